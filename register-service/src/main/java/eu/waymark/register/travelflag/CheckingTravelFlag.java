package eu.waymark.register.travelflag;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.check.Matches;
import eu.waymark.register.directory.DeskView;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.exclusion.DeskToCall;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whoever stands before a child at a border learns that there is a flag, and whom to call. */
@Singleton
class CheckingTravelFlag {

    private static final Set<String> PURPOSES = Set.of("CP-EMERGENCY", "CP-MISSING", "CP-TRAFFICKING");

    private final Permits permits;
    private final Matches matches;
    private final Entries entries;
    private final TravelFlags flags;
    private final DeskToCall desks;
    private final AuditedWork audited;
    private final CurrentAccess access;

    CheckingTravelFlag(
            Permits permits,
            Matches matches,
            Entries entries,
            TravelFlags flags,
            DeskToCall desks,
            AuditedWork audited,
            CurrentAccess access) {
        this.permits = permits;
        this.matches = matches;
        this.entries = entries;
        this.flags = flags;
        this.desks = desks;
        this.audited = audited;
        this.access = access;
    }

    /**
     * Existence only (architecture, invariant 4).
     *
     * @param desk whom to call, where the child is flagged
     */
    @Schema(name = "TravelFlagCheck", examples = "{\"flagged\":false}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flagged(boolean flagged, @Nullable DeskView desk) {}

    Flagged check(UUID handle) {
        return audited.run(RegisterEvent.TRAVEL_FLAG_CHECKED, trail -> {
            permits.require(Action.CHECK, Relationship.NONE);
            if (!PURPOSES.contains(String.valueOf(access.get().purpose()))) {
                throw CommonProblem.FORBIDDEN.because(
                        "Flags are asked for to protect: CP-EMERGENCY, CP-MISSING or" + " CP-TRAFFICKING.");
            }
            var entryId = matches.confirmedEntry(handle);
            entries.trace(List.of(entryId), trail);
            trail.resource(handle.toString());
            var isFlagged = flags.isFlagged(entries.childOf(entryId));
            trail.note("flagged", String.valueOf(isFlagged));
            var holder = entries.holderOf(entryId).orElseThrow();
            return new Flagged(isFlagged, isFlagged ? desks.toCall(entryId, holder) : null);
        });
    }
}
