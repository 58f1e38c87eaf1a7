package eu.waymark.gateway.target;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services are ({@code waymark.services.<name>.url}). */
@ConfigMapping(prefix = "waymark.services")
public interface Services {

    /** The register service. */
    Location register();

    /** The referral service. */
    Location referral();

    /** The identity service. */
    Location identity();

    /** The audit service. */
    Location audit();

    /** Where one service is. */
    interface Location {

        /** Scheme, host and port, without a path. */
        URI url();
    }

    /** Where this service is. */
    default URI urlOf(Service service) {
        return switch (service) {
            case REGISTER -> register().url();
            case REFERRAL -> referral().url();
            case IDENTITY -> identity().url();
            case AUDIT -> audit().url();
        };
    }
}
