package eu.waymark.sandbox.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void freePortsPass() throws IOException {
        Ports ports = Ports.free();

        assertThatCode(() -> FreePort.requireAll(ports)).doesNotThrowAnyException();
    }

    @Test
    void aTakenPortIsNamedWithItsOwnerInOneLine() throws IOException {
        // Given
        Ports ports = Ports.free();
        int taken = ports.of(WaymarkService.GATEWAY).http();

        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            // When, then
            assertThatThrownBy(() -> FreePort.requireAll(ports))
                    .isInstanceOf(SandboxProblem.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("gateway")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void aPortTakenOnAllAddressesIsNamedToo() throws IOException {
        Ports ports = Ports.free();

        try (ServerSocket other = new ServerSocket(ports.postgres())) {
            assertThatThrownBy(() -> FreePort.requireAll(ports))
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("PostgreSQL");
        }
    }
}
