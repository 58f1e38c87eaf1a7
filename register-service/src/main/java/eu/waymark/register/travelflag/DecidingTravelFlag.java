package eu.waymark.register.travelflag;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.travelflag.TravelFlagsResource.Handover;
import eu.waymark.register.travelflag.TravelFlagsResource.NewTravelFlag;
import eu.waymark.register.travelflag.TravelFlagsResource.Renewal;
import eu.waymark.register.travelflag.TravelFlagsResource.Withdrawal;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The agency that is responsible records what somebody decided about a flag: set, renewed, withdrawn, handed over. */
@Singleton
class DecidingTravelFlag {

    /** A flag that nobody has to renew would be forgotten. */
    private static final int MOST_YEARS = 2;

    private final Permits permits;
    private final Entries entries;
    private final TravelFlags flags;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    DecidingTravelFlag(
            Permits permits,
            Entries entries,
            TravelFlags flags,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.entries = entries;
        this.flags = flags;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    TravelFlagView set(NewTravelFlag request) {
        return audited.run(RegisterEvent.TRAVEL_FLAG_SET, trail -> {
            var held = entries.requireHeld(caller.get().agency(), request.entryId(), trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            held.requireActive();
            requirePossible(request.endsOn(), request.startsOn());
            if (request.ground().equals("court-order") && request.courtReference() == null) {
                throw CommonProblem.INVALID_FIELDS
                        .because("A court order is named by its reference.")
                        .at("courtReference", "must be given with a court order");
            }
            var flag = flag(request);
            flags.persistAndFlush(flag);
            flags.changed(flag, "set", flag.decisionMaker, null, caller.get().subject());
            trail.resource(flag.id.toString());
            trail.note("entry", flag.entryId.toString());
            trail.created(TravelFlagsResource.PATH + "/" + flag.id);
            flags.flush();
            return flags.view(flag);
        });
    }

    TravelFlagView renew(UUID id, @Nullable String ifMatch, Renewal request) {
        return change(RegisterEvent.TRAVEL_FLAG_RENEWED, id, ifMatch, flag -> {
            requirePossible(request.endsOn(), flag.endsOn);
            flag.renew(request.endsOn(), request.decisionMaker());
            flags.changed(
                    flag,
                    "renewed",
                    request.decisionMaker(),
                    request.reasons(),
                    caller.get().subject());
        });
    }

    TravelFlagView withdraw(UUID id, @Nullable String ifMatch, Withdrawal request) {
        return change(RegisterEvent.TRAVEL_FLAG_WITHDRAWN, id, ifMatch, flag -> {
            flag.withdraw();
            flags.changed(
                    flag,
                    "withdrawn",
                    request.decisionMaker(),
                    request.reasons(),
                    caller.get().subject());
        });
    }

    TravelFlagView handOver(UUID id, @Nullable String ifMatch, Handover request) {
        return change(RegisterEvent.TRAVEL_FLAG_HANDED_OVER, id, ifMatch, flag -> {
            flag.handOver(request.to(), now());
            flags.changed(
                    flag, "handed-over", null, request.agreed(), caller.get().subject());
        });
    }

    private TravelFlagView change(
            AuditEventType event, UUID id, @Nullable String ifMatch, Consumer<TravelFlag> decision) {
        return audited.run(event, trail -> {
            var flag = flags.own(id, LockModeType.PESSIMISTIC_WRITE, trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            Versions.require(ifMatch, flag.version);
            decision.accept(flag);
            flags.flush();
            return flags.view(flag);
        });
    }

    private void requirePossible(LocalDate endsOn, LocalDate after) {
        var today = LocalDate.now(clock);
        if (!endsOn.isAfter(after) || !endsOn.isAfter(today) || endsOn.isAfter(today.plusYears(MOST_YEARS))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A flag ends after it begins and after it ended before, and within two years from today.")
                    .at("endsOn", "must be later, and within two years from today");
        }
    }

    private TravelFlag flag(NewTravelFlag request) {
        var flag = new TravelFlag();
        flag.id = UUID.randomUUID();
        flag.entryId = request.entryId();
        flag.agency = caller.get().agency();
        flag.ground = request.ground();
        flag.decisionMaker = request.decisionMaker();
        flag.courtReference = request.courtReference();
        flag.pointer = request.pointer();
        flag.startsOn = request.startsOn();
        flag.endsOn = request.endsOn();
        flag.writtenBy = caller.get().subject();
        flag.writtenAt = now();
        return flag;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
