package eu.waymark.sandbox.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void standardPortsAreThoseOfTheDocumentation() {
        Ports ports = Ports.standard();

        assertThat(ports.of(WaymarkService.GATEWAY)).isEqualTo(new Ports.Listener(8080, 9080));
        assertThat(ports.of(WaymarkService.REGISTER)).isEqualTo(new Ports.Listener(8081, 9081));
        assertThat(ports.of(WaymarkService.REFERRAL)).isEqualTo(new Ports.Listener(8082, 9082));
        assertThat(ports.of(WaymarkService.IDENTITY)).isEqualTo(new Ports.Listener(8083, 9083));
        assertThat(ports.of(WaymarkService.AUDIT)).isEqualTo(new Ports.Listener(8084, 9084));
        assertThat(ports.issuer()).hasToString("http://127.0.0.1:8180/realms/waymark");
        assertThat(ports.postgres()).isEqualTo(15432);
    }

    @Test
    void everyPortIsUsedOnceOnly() {
        assertThat(Ports.standard().byName().values()).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void freePortsDifferFromEachOther() throws IOException {
        assertThat(Ports.free().byName().values()).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void twoProcessesThatTestAtOnceGetDifferentPorts() throws IOException {
        try {
            // When
            System.setProperty("waymark.ports.share", "1");
            var ours = Ports.free().byName().values();
            System.setProperty("waymark.ports.share", "2");
            var theirs = Ports.free().byName().values();

            // Then
            assertThat(ours).allMatch(port -> port % 4 == 1);
            assertThat(theirs).allMatch(port -> port % 4 == 2);
        } finally {
            System.clearProperty("waymark.ports.share");
        }
    }

    @Test
    void noFreePortIsOneThatAConnectionCouldTake() throws IOException {
        assertThat(Ports.free().byName().values()).allMatch(port -> port >= 10_240 && port < 32_768);
    }
}
