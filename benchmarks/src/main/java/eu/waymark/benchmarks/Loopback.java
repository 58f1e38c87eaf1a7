package eu.waymark.benchmarks;

import java.net.URI;
import java.util.Set;

/** Keeps the load on this machine. Names are not looked up: whoever answers for a name may say 127.0.0.1 today. */
final class Loopback {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private Loopback() {}

    /** @throws BenchmarkProblem unless the address is this machine's own */
    static void require(URI address) {
        var host = address.getHost();
        if (host == null || !HOSTS.contains(host)) {
            throw new BenchmarkProblem("Only a sandbox on this machine is measured, and this is not one: " + address);
        }
    }
}
