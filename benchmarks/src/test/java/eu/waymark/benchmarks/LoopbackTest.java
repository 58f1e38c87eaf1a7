package eu.waymark.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"})
    void thisMachineIsMeasured(String address) {
        assertThatCode(() -> Loopback.require(URI.create(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://waymark.example",
                "http://10.0.0.1:8080",
                "http://127.0.0.1.waymark.example",
                "http://localhost@waymark.example",
                "relative/only"
            })
    void noOtherMachineIs(String address) {
        assertThatThrownBy(() -> Loopback.require(URI.create(address)))
                .isInstanceOf(BenchmarkProblem.class)
                .hasMessageContaining("on this machine");
    }
}
