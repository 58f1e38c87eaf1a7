package eu.waymark.identity.age;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.link.Links;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves the age status of the caller's record, as the table of transitions allows. */
@ApplicationScoped
class MovingAge {

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final KnowingIdentity knowing;
    private final Links links;
    private final AgeMoves moves;
    private final MoveRules rules;
    private final TellingAge telling;
    private final AgeViews views;
    private final AgeNotes notes;
    private final Clock clock;

    MovingAge(
            AuditedWork work,
            CurrentCaller caller,
            KnowingIdentity knowing,
            Links links,
            AgeMoves moves,
            MoveRules rules,
            TellingAge telling,
            AgeViews views,
            AgeNotes notes,
            Clock clock) {
        this.work = work;
        this.caller = caller;
        this.knowing = knowing;
        this.links = links;
        this.moves = moves;
        this.rules = rules;
        this.telling = telling;
        this.views = views;
        this.notes = notes;
        this.clock = clock;
    }

    AgeStatusView move(UUID identity, NewAgeStatus said, @Nullable String ifMatch) {
        return work.run(IdentityEvent.AGE_MOVED, trail -> {
            // So that what is told of all records of the identity is told of all that it has.
            links.lock();
            var by = caller.get();
            var known = knowing.of(identity, by, trail);
            var history = new AgeHistory(moves.of(known.recordIds()));
            var last = history.last(known.own().id());
            Versions.require(ifMatch, last == null ? 0 : last.version());
            var move = add(known, history, last, said, by);
            trail.note("from", move.from().name());
            trail.note("to", move.to().name());
            telling.tell(known.recordIds());
            return views.of(known, by);
        });
    }

    private AgeMove add(KnownIdentity known, AgeHistory history, @Nullable AgeMove last, NewAgeStatus said, Caller by) {
        var from = last == null ? AgeState.UNDOCUMENTED_CLAIMED_CHILD : last.to();
        var to = meant(said, history.isContested());
        var transition = moves.transition(from, to)
                .orElseThrow(() -> IdentityProblem.ILLEGAL_TRANSITION.because(
                        "An age status that is %s cannot become %s.".formatted(from.code(), to.code())));
        rules.requireMover(transition, known, by);
        rules.requireNeeds(transition, said, last, by);
        var key = new AgeMove.Key(known.own().id(), last == null ? 1 : last.version() + 1);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var move = new AgeMove(key, from, to, said, by, now).keeping(last);
        notes.leave(move, said.note());
        moves.persistAndFlush(move);
        return move;
    }

    /** A document handed over by another, or any indicator of trafficking, documents nothing: it is a doubt. */
    private static AgeState meant(NewAgeStatus said, boolean contested) {
        var papers = said.state() == AgeState.DOCUMENTED;
        return papers && (contested || said.isHandedOver() || said.hasIndicator())
                ? AgeState.DOUBT_RAISED
                : said.state();
    }
}
