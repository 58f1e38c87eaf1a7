package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** How other features come to a referral that the caller's agency has a part in. Within audited work. */
@ApplicationScoped
public class ReferralDoor {

    private final Permits permits;
    private final CurrentCaller caller;
    private final KnownReferrals known;
    private final Sections sections;
    private final Steps steps;

    ReferralDoor(Permits permits, CurrentCaller caller, KnownReferrals known, Sections sections, Steps steps) {
        this.permits = permits;
        this.caller = caller;
        this.known = known;
        this.sections = sections;
        this.steps = steps;
    }

    /**
     * What a feature may know of the referral.
     *
     * @param record the child's person record, never shown to the recipient
     * @param recipient empty for a draft that names none
     * @param readable the sections that the caller's agency reads
     * @param shared the sections that the recipient reads, once it has accepted
     * @param isSent whether anybody but the sender knows of it
     */
    public record Opened(
            UUID id,
            UUID record,
            String sender,
            String recipient,
            Set<Section> readable,
            Set<Section> shared,
            boolean isSent) {

        public Opened {
            readable = Set.copyOf(readable);
            shared = Set.copyOf(shared);
        }
    }

    /** @throws ProblemException 404, or 409 for one that was handed on */
    public Opened toRead(UUID id, Trail trail) {
        permits.requireAny(Action.CREATE_REFERRAL, Action.WORK_REFERRAL);
        return opened(known.find(id, caller.get(), trail));
    }

    /**
     * For the sender, to add to a section; nobody else changes the referral meanwhile.
     *
     * @throws ProblemException 403 to the recipient, 409 once it is over, 422 where there is no such section
     */
    public Opened toTell(UUID id, Section section, Trail trail) {
        permits.requireAny(Action.CREATE_REFERRAL);
        var by = caller.get();
        var referral = known.findForChange(id, by, trail);
        Side.SENDER.require(referral, by.agency());
        if (Move.SHARE.next(referral.status()).isEmpty()
                && Move.SAVE.next(referral.status()).isEmpty()) {
            throw over(referral);
        }
        if (!sections.of(id).containsKey(section)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Say something in that section first.")
                    .at("section", "is not among the referral's sections");
        }
        return opened(referral);
    }

    /**
     * For either agency, while the work goes on.
     *
     * @throws ProblemException 409 before it is accepted and once it is done
     */
    public Opened toWork(UUID id, Trail trail) {
        permits.requireAny(Action.WORK_REFERRAL);
        var referral = known.findForChange(id, caller.get(), trail);
        if (referral.status() != ReferralStatus.ACCEPTED) {
            throw over(referral);
        }
        return opened(referral);
    }

    /** For either agency, once somebody has taken the work on. */
    public Opened toReadWork(UUID id, Trail trail) {
        permits.requireAny(Action.CREATE_REFERRAL, Action.WORK_REFERRAL);
        var referral = known.find(id, caller.get(), trail);
        if (!referral.status().isTakenOn()) {
            throw over(referral);
        }
        return opened(referral);
    }

    private ProblemException over(Referral referral) {
        var why = steps.lastMove(referral.id()).map(Step::told).orElse("nothing was done with it yet");
        return ReferralProblem.ILLEGAL_TRANSITION.because(
                "The referral is %s: %s.".formatted(referral.status().code(), why));
    }

    private Opened opened(Referral referral) {
        var agency = caller.get().agency();
        var to = referral.parties().toAgency();
        return new Opened(
                referral.id(),
                referral.work().personRecordId(),
                referral.parties().fromAgency(),
                to == null ? "" : to,
                readable(referral, agency),
                Set.copyOf(sections.shared(referral.id())),
                referral.sending() != null);
    }

    private Set<Section> readable(Referral referral, String agency) {
        if (referral.isFrom(agency)) {
            return EnumSet.allOf(Section.class);
        }
        return referral.isReadBy(agency) ? Set.copyOf(sections.shared(referral.id())) : Set.of();
    }
}
