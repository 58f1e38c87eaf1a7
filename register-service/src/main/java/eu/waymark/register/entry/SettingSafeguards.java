package eu.waymark.register.entry;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.register.RegisterEvent;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sets what keeps the answer about a child from those who would endanger it. Whoever works with the child sets it at once;
 * only a supervisor takes it back.
 */
@Singleton
class SettingSafeguards {

    private final Permits permits;
    private final Entries entries;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    SettingSafeguards(Permits permits, Entries entries, AuditedWork audited, CurrentCaller caller) {
        this.permits = permits;
        this.entries = entries;
        this.audited = audited;
        this.caller = caller;
    }

    EntryView set(UUID id, @Nullable String ifMatch, NewSafeguards request) {
        return audited.run(RegisterEvent.ENTRY_SAFEGUARDED, trail -> {
            var entry = entries.heldBy(caller.get().agency(), id, trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            Versions.require(ifMatch, entry.version);
            var safeguards = request.safeguardsIn(caller.get().country());
            var takenBack = safeguards.takeBackFrom(entry.safeguards);
            trail.note("takenBack", String.valueOf(takenBack));
            if (takenBack) {
                permits.require(Action.EXCLUDE_FROM_ENTRY, Relationship.HOLDER);
            }
            entry.safeguards = safeguards;
            entries.flush();
            return entries.view(entry);
        });
    }
}
