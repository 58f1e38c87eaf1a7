package eu.waymark.identity.privatequery;

import static eu.waymark.identity.IdentityEvent.PRIVATE_QUERIED;
import static eu.waymark.identity.IdentityEvent.PRIVATE_QUERY_FLOOD;
import static eu.waymark.identity.IdentityEvent.PRIVATE_QUERY_REPEATED;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.privatequery.PrivateQuotas.Exceeded;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may ask what, before anything is looked at. Each refusal is an event. */
@ApplicationScoped
class Admission {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Epochs epochs;
    private final PrivateQuotas quotas;
    private final NearDuplicates duplicates;

    Admission(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            CurrentAccess access,
            Epochs epochs,
            PrivateQuotas quotas,
            NearDuplicates duplicates) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.access = access;
        this.epochs = epochs;
        this.quotas = quotas;
        this.duplicates = duplicates;
    }

    /**
     * A question that is answered.
     *
     * @param event what the answer goes on record as
     */
    record Admitted(IdentityEvent event, Encoded question) {}

    /** @throws ProblemException when it is not; its event is written */
    Admitted admit(EncodedQuestion question) {
        Encoded encoded;
        try {
            encoded = readable(question);
        } catch (ProblemException refused) {
            throw recorded(PRIVATE_QUERIED, refused);
        }
        var caseReference = caseReference();
        var exceeded = quotas.count(caller.get(), caseReference);
        if (exceeded.isPresent()) {
            throw recorded(exceeded.get().first() ? PRIVATE_QUERY_FLOOD : PRIVATE_QUERIED, tooMany(exceeded.get()));
        }
        return switch (duplicates.compare(caller.get(), caseReference, question.epoch(), encoded)) {
            case NEVER -> new Admitted(PRIVATE_QUERIED, encoded);
            case BY_A_COLLEAGUE -> new Admitted(PRIVATE_QUERY_REPEATED, encoded);
            case BY_THE_SAME_PERSON -> throw recorded(PRIVATE_QUERY_REPEATED, repeated());
        };
    }

    private Encoded readable(EncodedQuestion question) {
        permits.require(Action.CHECK, Relationship.NONE);
        caseReference();
        epochs.require(question.epoch());
        return question.encoded();
    }

    private String caseReference() {
        var reference = access.get().caseReference();
        if (reference == null) {
            throw IdentityProblem.CASE_REFERENCE_REQUIRED.because(
                    "Say for which case with the header 'Case-Reference': at most 64 letters, digits and ._/()-");
        }
        return reference;
    }

    private static ProblemException tooMany(Exceeded exceeded) {
        return IdentityProblem.TOO_MANY_PRIVATE_QUERIES
                .because("%d private queries in %d hours are the most for %s. This is on record."
                        .formatted(
                                exceeded.most(),
                                exceeded.period().toHours(),
                                exceeded.scope().text()))
                .retryAfter((int) exceeded.period().toSeconds());
    }

    private static ProblemException repeated() {
        return IdentityProblem.QUESTION_REPEATED.because(
                "Ask again under the case of your first question, or let a colleague who works on this case ask.");
    }

    private ProblemException recorded(IdentityEvent type, ProblemException refused) {
        work.run(type, trail -> {
            throw refused;
        });
        return refused;
    }
}
