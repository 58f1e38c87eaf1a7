package eu.waymark.platform.web.client;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The certificates between the services of one suite (Quarkus profile "tls"); none where a mesh encrypts. */
@Singleton
public class InternalTls {

    private static final String NAME = "internal";

    private final TlsConfigurationRegistry registry;

    InternalTls(TlsConfigurationRegistry registry) {
        this.registry = registry;
    }

    /** As it was read last: files are read again when they were renewed. */
    public Optional<TlsConfiguration> configuration() {
        return registry.get(NAME);
    }

    /** For clients that Quarkus knows nothing of. */
    public Optional<SSLContext> context() {
        return configuration().map(InternalTls::contextOf);
    }

    private static SSLContext contextOf(TlsConfiguration configuration) {
        try {
            return configuration.createSSLContext();
        } catch (Exception unusable) {
            throw new IllegalStateException("The certificates in waymark.tls.folder cannot be used", unusable);
        }
    }
}
