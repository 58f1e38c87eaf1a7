package eu.waymark.sandbox.postgres;

import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import java.util.Locale;

/** The three login roles of each service (architecture, part 3). */
public enum DatabaseRole {
    /** Owns the database; used by migrations only. */
    OWNER,
    /** What the service works with. */
    APP,
    /** Reads and clears the outboxes, and nothing else. */
    RELAY;

    /** The name of the login role. */
    public String user(WaymarkService service) {
        return service.shortName() + "_" + name().toLowerCase(Locale.ROOT);
    }

    public String password(WaymarkService service, Secrets secrets) {
        return secrets.password("postgres." + user(service));
    }
}
