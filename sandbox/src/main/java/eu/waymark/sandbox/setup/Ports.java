package eu.waymark.sandbox.setup;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one sandbox, all of them on the loopback address; only PostgreSQL and Keycloak may be reached by another.
 *
 * @param services where each service listens, for the public and for the management interface
 * @param keycloak where the identity provider listens
 * @param postgres where PostgreSQL listens
 * @param host the address at which PostgreSQL and Keycloak are reached
 */
public record Ports(Map<WaymarkService, Listener> services, Listener keycloak, int postgres, String host) {

    /** Where nobody but this machine reaches anything. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int COUNT = 2 * WaymarkService.values().length + 3;

    /** Below those that Linux and macOS give to connections, so that none is taken before its server starts. */
    private static final int LOWEST_FREE = 10_240;

    private static final int SHARES = 4;
    private static final int PORTS_OF_A_SHARE = 5_600;
    private static final int MOST_TRIALS = 1_000;

    public Ports {
        services = Map.copyOf(services);
    }

    /** Two ports of one process. */
    public record Listener(int http, int management) {

        public URI address() {
            return URI.create("http://127.0.0.1:" + http);
        }

        public URI managementAddress() {
            return URI.create("http://127.0.0.1:" + management);
        }
    }

    /** The ports that the documentation names (architecture, part 2). */
    public static Ports standard() {
        return new Ports(
                Map.of(
                        WaymarkService.GATEWAY, new Listener(8080, 9080),
                        WaymarkService.REGISTER, new Listener(8081, 9081),
                        WaymarkService.REFERRAL, new Listener(8082, 9082),
                        WaymarkService.IDENTITY, new Listener(8083, 9083),
                        WaymarkService.AUDIT, new Listener(8084, 9084)),
                new Listener(8180, 9090),
                15432,
                LOOPBACK);
    }

    /**
     * Ports that were free a moment ago, for tests that run beside a sandbox. Processes that test at the same time get
     * different ones if each has a number of its own in the system property {@code waymark.ports.share}.
     */
    public static Ports free() throws IOException {
        Iterator<Integer> free = freePorts().iterator();
        Map<WaymarkService, Listener> services = new EnumMap<>(WaymarkService.class);
        for (WaymarkService service : WaymarkService.values()) {
            services.put(service, new Listener(free.next(), free.next()));
        }
        return new Ports(services, new Listener(free.next(), free.next()), free.next(), LOOPBACK);
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            // All are held until the last is known, so that none is handed out twice.
            for (int trial = 0; held.size() < COUNT; trial++) {
                hold(anyOfOurShare(), trial == MOST_TRIALS).ifPresent(held::add);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static int anyOfOurShare() {
        int share = Integer.getInteger("waymark.ports.share", 0) % SHARES;
        return LOWEST_FREE + SHARES * ThreadLocalRandom.current().nextInt(PORTS_OF_A_SHARE) + share;
    }

    private static Optional<ServerSocket> hold(int port, boolean last) throws IOException {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (BindException taken) {
            if (last) {
                throw taken;
            }
            return Optional.empty();
        }
    }

    public Listener of(WaymarkService service) {
        return Objects.requireNonNull(services.get(service), "every service has ports");
    }

    /** The same with PostgreSQL and Keycloak at another address of this machine, for services that run elsewhere. */
    public Ports reachedAt(String address) {
        return new Ports(services, keycloak, postgres, address);
    }

    /** The address of Keycloak as its clients write it. */
    public URI keycloakAddress() {
        return URI.create("http://%s:%d".formatted(host, keycloak.http()));
    }

    /** The issuer of every token, as it stands in the tokens. */
    public URI issuer() {
        return keycloakAddress().resolve("/realms/waymark");
    }

    /** The JDBC address of a service's database as its clients write it. */
    public String database(WaymarkService service) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, postgres, service.shortName());
    }

    /** Every port with the name of what listens there, for messages. */
    public Map<String, Integer> byName() {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (WaymarkService service : WaymarkService.values()) {
            names.put(service.module(), of(service).http());
            names.put(service.module() + " management", of(service).management());
        }
        names.put("Keycloak", keycloak.http());
        names.put("Keycloak management", keycloak.management());
        names.put("PostgreSQL", postgres);
        return names;
    }
}
