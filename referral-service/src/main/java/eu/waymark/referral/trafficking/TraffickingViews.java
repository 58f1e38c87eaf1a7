package eu.waymark.referral.trafficking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a referral to one of the agencies in it, with its texts in clear. */
@ApplicationScoped
class TraffickingViews {

    private final TraffickingReferrals referrals;
    private final TraffickingTexts texts;
    private final TraffickingWork work;
    private final BirthDates births;

    TraffickingViews(TraffickingReferrals referrals, TraffickingTexts texts, TraffickingWork work, BirthDates births) {
        this.referrals = referrals;
        this.texts = texts;
        this.work = work;
        this.births = births;
    }

    TraffickingView of(TraffickingReferral referral, String viewer) {
        var form = texts.form(referral);
        var decisions = referrals.decisionsOn(referral);
        return new TraffickingView(
                referral.id(),
                recordOf(referral, viewer),
                referral.fromAgency(),
                referral.fromCountry(),
                referral.status(),
                form.isTreatedAsChild(),
                form,
                warnings(referral, form),
                decisions.stream().map(decision -> view(referral, decision)).toList(),
                reasonableGroundsDue(referral),
                conclusiveGroundsNotBefore(referral, decisions),
                referral.startedAt(),
                referral.sentAt(),
                referral.receivedAt(),
                texts.openText(referral, referral.safePlan()),
                referral.accommodationEndedAt(),
                referral.version());
    }

    private List<TraffickingView.Warning> warnings(TraffickingReferral referral, TraffickingForm form) {
        var warnings = new ArrayList<TraffickingView.Warning>();
        if (form.isTreatedAsChild() && births.isSurelyGrownUp(form.birthDate())) {
            warnings.add(TraffickingView.Warning.BIRTH_DATE_OVER_25);
        }
        if (referral.sentAt() != null && !referral.isRecorded()) {
            warnings.add(TraffickingView.Warning.PERSON_NOT_RECORDED);
        } else if (referral.sentAt() != null && !referral.isAgeDoubtTold()) {
            warnings.add(TraffickingView.Warning.RAISE_AGE_DOUBT_BY_HAND);
        }
        if (!form.safeToContact(Channel.MAIL)) {
            warnings.add(TraffickingView.Warning.CONTACT_NOT_SAFE);
        }
        return warnings;
    }

    /** Each agency is shown the record that is its own. */
    private static @Nullable UUID recordOf(TraffickingReferral referral, String viewer) {
        if (referral.isFrom(viewer) && referral.isRecordKnown()) {
            return referral.personRecordId();
        }
        return referral.isLocalTo(viewer) ? referral.localRecordId() : null;
    }

    private @Nullable Instant reasonableGroundsDue(TraffickingReferral referral) {
        var sent = referral.sentAt();
        return sent == null ? null : work.reasonableGrounds(referral, sent).at();
    }

    private @Nullable Instant conclusiveGroundsNotBefore(TraffickingReferral referral, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision ->
                        decision.stage() == Stage.REASONABLE_GROUNDS && decision.outcome() == Finding.POSITIVE)
                .reduce((earlier, later) -> later)
                .map(found ->
                        work.conclusiveGrounds(referral, found.decidedAt()).at())
                .orElse(null);
    }

    private TraffickingView.DecisionView view(TraffickingReferral referral, Decision decision) {
        return new TraffickingView.DecisionView(
                decision.number(),
                decision.stage(),
                decision.outcome(),
                decision.isReconsideration(),
                decision.decidedAt(),
                decision.recordedAgency(),
                texts.openText(referral, decision.source()),
                texts.openText(referral, decision.reasons()));
    }
}
