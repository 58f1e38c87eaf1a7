package eu.waymark.referral.referral;

import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.Referral.Decision;
import eu.waymark.referral.referral.Referral.Receipt;
import eu.waymark.referral.referral.Referral.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a referral to one of its two agencies: as much as that agency reads of it now. */
@ApplicationScoped
class ReferralViews {

    private final ChildTexts texts;
    private final Sections sections;
    private final StepViews steps;

    ReferralViews(ChildTexts texts, Sections sections, StepViews steps) {
        this.texts = texts;
        this.sections = sections;
        this.steps = steps;
    }

    ReferralView of(Referral referral, String agency) {
        var view = view(referral, agency, null);
        return referral.status() == ReferralStatus.DRAFT ? view(referral, agency, DraftContent.missing(view)) : view;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code draft-incomplete}, naming what is missing */
    void requireComplete(Referral draft, String agency) {
        var problem = ReferralProblem.DRAFT_INCOMPLETE.because("Add what is listed under 'errors', then send it.");
        var missing = DraftContent.missing(view(draft, agency, null));
        for (var field : missing) {
            problem = problem.at(field, "is missing");
        }
        if (!missing.isEmpty()) {
            throw problem;
        }
    }

    private ReferralView view(Referral referral, String agency, @Nullable List<String> missing) {
        var parties = referral.parties();
        var work = referral.work();
        var isRead = referral.isReadBy(agency);
        var sending = Optional.ofNullable(referral.sending());
        var decision = Optional.ofNullable(referral.decision());
        return new ReferralView(
                referral.id(),
                referral.isFrom(agency) ? work.personRecordId() : null,
                parties.fromAgency(),
                parties.fromCountry(),
                parties.toAgency(),
                work.kind(),
                work.urgency(),
                work.level(),
                referral.status(),
                isRead ? open(referral, work.reason()) : null,
                sections.shared(referral.id()),
                isRead ? told(referral, agency) : null,
                missing,
                decision.map(Decision::decisionCode).orElse(null),
                open(referral, decision.map(Decision::decisionReason).orElse(null)),
                sending.map(Sending::sentAt).orElse(null),
                referral.pausedAt() == null ? sending.map(Sending::dueAt).orElse(null) : null,
                referral.pausedAt(),
                Optional.ofNullable(referral.receipt()).map(Receipt::receivedAt).orElse(null),
                decision.map(Decision::decidedAt).orElse(null),
                steps.of(referral, agency),
                referral.version());
    }

    private List<SectionText> told(Referral referral, String agency) {
        return sections.of(referral.id()).values().stream()
                .filter(section -> section.shared || referral.isFrom(agency))
                .map(section -> sections.text(referral, section))
                .toList();
    }

    private @Nullable String open(Referral referral, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(referral.work().personRecordId(), sealed);
    }
}
