package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.StatedAccess;
import java.util.Set;
import java.util.UUID;

/** Who acts, and what was stated about it. */
record Actor(Caller caller, StatedAccess access) {

    private static final String SYSTEM_PURPOSE = "SYSTEM";

    /**
     * Somebody who has no account and shows a one-time code instead: nothing that they state about themselves is believed.
     *
     * @param kind what they do here, for example {@code contributor}
     */
    static Actor withoutAccount(String kind, StatedAccess access) {
        var caller = new Caller(kind, "", "", "", "", Set.of(), Set.of(), "");
        return new Actor(caller, new StatedAccess(null, null, null, access.requestId()));
    }

    /** The service itself, for work that no person asked for. */
    static Actor system(String service) {
        var caller =
                new Caller("service:" + service, "", "", "", "", Set.of("service"), Set.of(SYSTEM_PURPOSE), service);
        return new Actor(
                caller,
                new StatedAccess(SYSTEM_PURPOSE, null, null, UUID.randomUUID().toString()));
    }
}
