package eu.waymark.register.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which destinations may be called, so that nobody makes the register call what only the register can reach (OWASP,
 * server-side request forgery). A name is resolved once, every address it has is checked, and the call goes to the address
 * that was checked: a name that resolves to another the next moment changes nothing.
 */
@Singleton
class Destinations {

    static final String LOOPBACK_ALLOWED = "waymark.webhooks.loopback-allowed";

    private final Set<Integer> ports;
    private final boolean isLoopbackAllowed;

    Destinations(
            @ConfigProperty(name = "waymark.webhooks.ports") List<Integer> ports,
            @ConfigProperty(name = LOOPBACK_ALLOWED) boolean isLoopbackAllowed) {
        this.ports = Set.copyOf(ports);
        this.isLoopbackAllowed = isLoopbackAllowed;
    }

    /** A destination and the address it is called at. */
    record Checked(URI uri, InetAddress address, int port) {

        boolean isSecure() {
            return uri.getScheme().equals("https");
        }
    }

    /** Nothing where the destination may not be called; blocks for as long as the name takes to resolve. */
    Optional<Checked> check(String url) {
        return parse(url).flatMap(this::resolve);
    }

    private Optional<URI> parse(String url) {
        try {
            var uri = URI.create(url);
            var isWhole = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            var isHttps = "https".equals(uri.getScheme());
            return isWhole && (isHttps || isLoopbackAllowed && "http".equals(uri.getScheme()))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Checked> resolve(URI uri) {
        try {
            var addresses = InetAddress.getAllByName(uri.getHost());
            var isLocal = isLoopbackAllowed && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
            var port = uri.getPort() >= 0 ? uri.getPort() : 443;
            var isOpen = uri.getScheme().equals("https")
                    && ports.contains(port)
                    && Arrays.stream(addresses).allMatch(PublicAddresses::contain);
            return isLocal || isOpen ? Optional.of(new Checked(uri, addresses[0], port)) : Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }
}
