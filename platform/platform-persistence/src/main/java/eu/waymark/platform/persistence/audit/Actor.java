package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.StatedAccess;
import java.util.Set;
import java.util.UUID;

/** Who acts, and what was stated about it. */
record Actor(Caller caller, StatedAccess access) {

    private static final String SYSTEM_PURPOSE = "SYSTEM";

    /** The service itself, for work that no person asked for. */
    static Actor system(String service) {
        var caller =
                new Caller("service:" + service, "", "", "", "", Set.of("service"), Set.of(SYSTEM_PURPOSE), service);
        return new Actor(
                caller,
                new StatedAccess(SYSTEM_PURPOSE, null, null, UUID.randomUUID().toString()));
    }
}
