package eu.waymark.register.disclosure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.disclosure.WithholdingsResource.NewWithholding;
import eu.waymark.register.disclosure.WithholdingsResource.WithholdingView;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.ReadingAsHolder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Any worker of the holder records a decision not to share, without anybody having asked. */
@Singleton
class DecidingNotToShare {

    private final Permits permits;
    private final Entries entries;
    private final Withholdings withholdings;
    private final ReadingAsHolder reading;
    private final SealedTexts texts;
    private final Directory directory;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    DecidingNotToShare(
            Permits permits,
            Entries entries,
            Withholdings withholdings,
            ReadingAsHolder reading,
            SealedTexts texts,
            Directory directory,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.entries = entries;
        this.withholdings = withholdings;
        this.reading = reading;
        this.texts = texts;
        this.directory = directory;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    WithholdingView record(NewWithholding request) {
        return audited.run(RegisterEvent.WITHHOLDING_RECORDED, trail -> {
            entries.requireHeldBy(caller.get().agency(), request.entryId(), trail);
            permits.require(Action.DECIDE_DISCLOSURE, Relationship.HOLDER);
            requireOneParty(request);
            var decision = decision(request);
            withholdings.persistAndFlush(decision);
            trail.resource(decision.id.toString());
            trail.note("reason", decision.reason);
            trail.created(WithholdingsResource.PATH + "/" + decision.id);
            return opened(decision);
        });
    }

    WithholdingView read(UUID id) {
        return audited.run(RegisterEvent.WITHHOLDING_READ, trail -> {
            var decision = withholdings.own(id, trail);
            reading.require();
            return opened(decision);
        });
    }

    WithholdingView end(UUID id, @Nullable String ifMatch) {
        return audited.run(RegisterEvent.WITHHOLDING_ENDED, trail -> {
            var decision = withholdings.own(id, trail);
            entries.requireHeldBy(caller.get().agency(), decision.entryId, trail);
            permits.require(Action.DECIDE_DISCLOSURE, Relationship.HOLDER);
            if (decision.endedAt != null) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("The decision has ended.");
            }
            Versions.require(ifMatch, decision.version);
            decision.endedBy = caller.get().subject();
            decision.endedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            withholdings.flush();
            return opened(decision);
        });
    }

    private void requireOneParty(NewWithholding request) {
        if (request.country() != null && request.agency() != null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Name a country or an agency, or neither: then nobody is told.")
                    .at("agency", "must not be given beside a country");
        }
        if (request.agency() != null && directory.countryOf(request.agency()).isEmpty()) {
            throw RegisterProblem.UNKNOWN_CODE
                    .because("Choose an agency that the directory knows.")
                    .at("agency", "is not in the directory");
        }
    }

    private Withholding decision(NewWithholding request) {
        var decision = new Withholding();
        decision.id = UUID.randomUUID();
        decision.entryId = request.entryId();
        decision.agency = caller.get().agency();
        decision.fromCountry = request.country();
        decision.fromAgency = request.agency();
        decision.sections = request.sections() == null || request.sections().isEmpty()
                ? Section.ordered(List.of(Section.CODES.split("\\|")))
                : Section.ordered(request.sections());
        decision.reason = request.reason();
        var sealed = texts.seal(SealedTexts.WITHHOLDING, decision.id, request.reasoning());
        decision.wrappedKey = sealed.wrappedKey();
        decision.reasoning = sealed.ciphertext();
        decision.decidedBy = caller.get().subject();
        decision.deciderName = caller.get().name();
        decision.decidedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return decision;
    }

    private WithholdingView opened(Withholding decision) {
        return WithholdingView.of(
                decision, texts.open(SealedTexts.WITHHOLDING, decision.id, decision.wrappedKey, decision.reasoning));
    }
}
