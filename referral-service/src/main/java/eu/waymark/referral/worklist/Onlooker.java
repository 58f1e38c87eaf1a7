package eu.waymark.referral.worklist;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.referral.work.WorkKind;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who looks at the worklist, and which kinds of work are not for those eyes: what a child says of a worker is for
 * supervisors, and nobody else may learn from a list or a count that there is something (domain, 7).
 */
record Onlooker(String agency, String subject, boolean manages, Set<String> hidden) implements Personal {

    static Onlooker of(Caller caller) {
        return new Onlooker(
                caller.agency(),
                caller.subject(),
                caller.has("manager") || caller.has("central-authority"),
                Stream.of(WorkKind.values())
                        .filter(kind -> !kind.isFor(caller.roles()))
                        .map(WorkKind::code)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
