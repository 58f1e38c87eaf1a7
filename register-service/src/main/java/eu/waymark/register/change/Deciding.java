package eu.waymark.register.change;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;

/** The second pair of eyes, or the author's own change of mind. */
@Singleton
class Deciding {

    private final Changes changes;
    private final Kinds kinds;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    Deciding(Changes changes, Kinds kinds, AuditedWork audited, CurrentCaller caller, Clock clock) {
        this.changes = changes;
        this.kinds = kinds;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    ChangeView confirm(UUID id) {
        return decide(RegisterEvent.DIRECTORY_CHANGED, id, change -> {
            change.confirm(caller.get(), now());
            var kind = kinds.of(change);
            if (kind.isStale(change)) {
                throw RegisterProblem.STALE_PROPOSAL.because(
                        "What it changes has changed since. Have it proposed anew on what is there now.");
            }
            kind.check(change);
            kind.put(change);
        });
    }

    ChangeView refuse(UUID id, String reason) {
        return decide(RegisterEvent.CHANGE_REFUSED, id, change -> change.refuse(caller.get(), now(), reason));
    }

    ChangeView withdraw(UUID id) {
        return decide(RegisterEvent.CHANGE_WITHDRAWN, id, change -> change.withdraw(caller.get(), now()));
    }

    private ChangeView decide(AuditEventType event, UUID id, Consumer<ProposedChange> decision) {
        return audited.run(event, trail -> {
            var change = changes.locked(id, trail);
            decision.accept(change);
            changes.flush();
            return changes.view(change);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
