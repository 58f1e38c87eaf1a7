package eu.waymark.register.retention;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.retention.RetentionViews.NewDecision;
import eu.waymark.register.retention.RetentionViews.View;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder decides whether what has ended is kept longer, kept whatever happens, or let go. */
@Singleton
class DecidingRetention {

    private static final String SUPERVISOR = "supervisor";

    private final Permits permits;
    private final AuditedWork audited;
    private final Retentions retentions;
    private final Entries entries;
    private final CurrentCaller caller;
    private final Clock clock;

    DecidingRetention(
            Permits permits,
            AuditedWork audited,
            Retentions retentions,
            Entries entries,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.retentions = retentions;
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    View decide(UUID entryId, @Nullable String ifMatch, NewDecision wanted) {
        return audited.run(RegisterEvent.RETENTION_DECIDED, trail -> {
            trail.note("decision", wanted.kind());
            entries.requireHeldBy(caller.get().agency(), entryId, trail);
            permits.require(Action.CLOSE_ENTRY, Relationship.HOLDER);
            var retention = retentions
                    .findByIdOptional(entryId, LockModeType.PESSIMISTIC_WRITE)
                    .orElseThrow(() -> RegisterProblem.ILLEGAL_TRANSITION.because(
                            "The entry is active, or has ended only now: its retention begins within the hour."));
            Versions.require(ifMatch, retention.version);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            apply(wanted, retention, now);
            retentions.getEntityManager().persist(decision(entryId, wanted, now));
            retentions.flush();
            return retentions.view(retention);
        });
    }

    private void apply(NewDecision wanted, Retention retention, Instant now) {
        switch (wanted.kind()) {
            case "extend" -> retention.extend(later(wanted, retention), retentions.ruleOf(retention).warnDays);
            case "hold" -> setHeld(retention, true);
            case "lift" -> setHeld(retention, false);
            default -> letGo(retention, now);
        }
    }

    private LocalDate later(NewDecision wanted, Retention retention) {
        var until = wanted.dueOn();
        if (until == null || !until.isAfter(retention.dueOn) || !until.isAfter(LocalDate.now(clock))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("An extension says until when, later than now and than before.")
                    .at("dueOn", "must be later than the day on which it is due");
        }
        return until;
    }

    private void setHeld(Retention retention, boolean isHeld) {
        if (!caller.get().has(SUPERVISOR)) {
            throw CommonProblem.FORBIDDEN.because("A supervisor sets a legal hold, and lifts it.");
        }
        if (retention.held == isHeld) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because(isHeld ? "It is on hold already." : "It is not on hold.");
        }
        retention.held = isHeld;
        retention.letGoAt = null;
    }

    private void letGo(Retention retention, Instant now) {
        if (retention.held) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("It is on legal hold: a supervisor lifts it first.");
        }
        if (LocalDate.now(clock).isBefore(retention.warnOn)) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because(
                    "It is not due. What is wrong is erased by identity's own way.");
        }
        retention.letGoAt = now;
    }

    private RetentionDecision decision(UUID entryId, NewDecision wanted, Instant now) {
        var decision = new RetentionDecision();
        decision.id = UUID.randomUUID();
        decision.entryId = entryId;
        decision.kind = wanted.kind();
        decision.dueOn = wanted.kind().equals("extend") ? wanted.dueOn() : null;
        decision.decidedBy = caller.get().subject();
        decision.decidedAt = now;
        retentions.seal(decision, wanted.reason());
        return decision;
    }
}
