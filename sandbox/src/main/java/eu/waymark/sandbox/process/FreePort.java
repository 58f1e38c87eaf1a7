package eu.waymark.sandbox.process;

import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.SandboxProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Looks whether the ports are free before anything is started, so that the message can name the port. */
public final class FreePort {

    private FreePort() {}

    /** @throws SandboxProblem naming the first port that is taken */
    public static void requireAll(Ports ports) {
        ports.byName().forEach(FreePort::require);
    }

    private static void require(String owner, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new SandboxProblem(
                    "Port %d, which Waymark needs for %s, is taken by another program: stop that program and try again"
                            .formatted(port, owner),
                    e);
        }
    }
}
