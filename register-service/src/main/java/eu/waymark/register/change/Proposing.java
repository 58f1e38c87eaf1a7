package eu.waymark.register.change;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.change.Changeable.Standing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first pair of eyes: says what is to change, and changes nothing. */
@Singleton
public class Proposing {

    private final Changes changes;
    private final Documents documents;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    Proposing(Changes changes, Documents documents, AuditedWork audited, CurrentCaller caller, Clock clock) {
        this.changes = changes;
        this.documents = documents;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Proposes that a thing be as wanted. The same content proposed again is the same proposal.
     *
     * @param ifMatch the version that the author saw; needed where something is replaced
     * @return empty where it is so already
     * @throws eu.waymark.platform.web.problem.ProblemException 412, 428 by the version; 422 for what cannot be
     */
    public <V extends Record> Optional<ChangeView> propose(
            Changeable<V> of, String code, V wanted, @Nullable String ifMatch) {
        return audited.run(RegisterEvent.CHANGE_PROPOSED, trail -> {
            trail.resource(of.kind() + "/" + code);
            of.check(code, wanted);
            var standing = of.standing(code, wanted);
            var after = documents.write(wanted);
            var before = standing.map(Standing::document).map(documents::write);
            if (before.filter(after::equals).isPresent()) {
                return Optional.empty();
            }
            var change = changes.open(of.kind(), code, after).orElseGet(() -> {
                requireSeen(standing, ifMatch);
                return persisted(of.kind(), code, standing, before, after);
            });
            changes.trace(change, trail);
            trail.created(ChangesResource.PATH + "/" + change.id);
            return Optional.of(changes.view(change));
        });
    }

    private static void requireSeen(Optional<? extends Standing<?>> standing, @Nullable String ifMatch) {
        if (standing.isPresent()) {
            Versions.require(ifMatch, standing.get().version());
        } else if (ifMatch != null) {
            throw CommonProblem.STALE.because("There is nothing under this code. Leave 'If-Match' out to create it.");
        }
    }

    private ProposedChange persisted(
            String kind, String code, Optional<? extends Standing<?>> standing, Optional<String> before, String after) {
        var change = new ProposedChange();
        change.kind = kind;
        change.code = code;
        change.baseVersion = standing.map(Standing::version).orElse(null);
        change.before = before.orElse(null);
        change.after = after;
        change.proposedBy = caller.get().subject();
        change.proposerAgency = caller.get().agency();
        change.proposedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        changes.persistAndFlush(change);
        return change;
    }
}
