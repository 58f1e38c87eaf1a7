package eu.waymark.register.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In production neither this machine nor its neighbours are called. */
class DestinationsTest {

    private final Destinations production = new Destinations(List.of(443, 8443), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.255.255.255", "100.64.0.1", "127.0.0.1", "127.1.2.3", "169.254.169.254", "172.16.0.1",
                "172.31.255.255", "192.0.0.192", "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
                        "255.255.255.255",
                "::", "::1", "::ffff:192.168.0.1", "64:ff9b::a00:1", "2001::1", "2001:db8::1", "2002:a00:1::1",
                "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "3fff::1"
            })
    void anAddressThatIsNotOfThePublicInternetIsRefused(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void oneThatIsOfItIsNot(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8/", "https://8.8.8.8:8443/hook?a=b", "https://[2606:4700::1111]/"})
    void aPublicDestinationIsCalledAtTheAddressThatWasChecked(String url) {
        assertThat(production.check(url))
                .hasValueSatisfying(checked ->
                        assertThat(PublicAddresses.contain(checked.address())).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/", "https://127.0.0.1/", "https://localhost/", "http://localhost/",
                        "https://8.8.8.8:80/",
                "https://0x7f000001/", "https://2130706433/", "https:///path", "https://8.8.8.8/#part", "//8.8.8.8/"
            })
    void anyOtherIsNotCalled(String url) {
        assertThat(production.check(url)).isEmpty();
    }

    @Test
    void onlyTheSandboxCallsItsOwnMachineAndProductionRefusesToStartSo() {
        assertThat(new Destinations(List.of(443), true).check("http://127.0.0.1:9/"))
                .isPresent();
        assertThat(new Destinations(List.of(443), true).check("http://10.0.0.1:9/"))
                .isEmpty();
        assertThat(faults("true")).hasSize(1);
        assertThat(faults("false")).isEmpty();
    }

    private static List<String> faults(String allowed) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(Destinations.LOOPBACK_ALLOWED, allowed), "test", 1))
                .build();
        return new LoopbackCheck(config).faults().toList();
    }
}
