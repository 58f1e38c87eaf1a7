package eu.waymark.sandbox.setup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The five services, in the order in which they depend on each other. */
public enum WaymarkService {
    AUDIT("audit-service"),
    IDENTITY("identity-service"),
    REGISTER("register-service"),
    REFERRAL("referral-service"),
    GATEWAY("gateway");

    private final String module;

    WaymarkService(String module) {
        this.module = module;
    }

    /** The Maven module, which is also the OIDC client id and the name of the log file. */
    public String module() {
        return module;
    }

    /** The short name: the database, the prefix of its roles, the path below {@code /api}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every service but the gateway owns a database. */
    public boolean ownsDatabase() {
        return this != GATEWAY;
    }

    /** The services that own a database. */
    public static List<WaymarkService> withDatabase() {
        return Stream.of(values()).filter(WaymarkService::ownsDatabase).toList();
    }
}
