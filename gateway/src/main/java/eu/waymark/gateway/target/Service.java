package eu.waymark.gateway.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services behind the gateway. */
public enum Service {
    REGISTER,
    REFERRAL,
    IDENTITY,
    AUDIT;

    /** The name in paths and settings. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What every path of this service begins with. */
    public String root() {
        return "/api/" + slug() + "/";
    }

    static Optional<Service> of(String slug) {
        return Arrays.stream(values())
                .filter(service -> service.slug().equals(slug))
                .findFirst();
    }
}
