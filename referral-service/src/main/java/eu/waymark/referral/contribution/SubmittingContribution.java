package eu.waymark.referral.contribution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.message.Message;
import eu.waymark.referral.onetime.CodeUse;
import eu.waymark.referral.onetime.OneTimeCodes;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.told.ToldRegister;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what somebody without an account has written, once, and tells them that it has arrived. */
@ApplicationScoped
class SubmittingContribution {

    /** Who stands in the event: the code says whose contribution it is, nobody can say whose hand it was. */
    static final String ACTOR = "contributor";

    private final AuditedWork audited;
    private final OneTimeCodes codes;
    private final Contributions contributions;
    private final ChildTexts texts;
    private final WorkItems work;
    private final ToldRegister told;
    private final Clock clock;

    SubmittingContribution(
            AuditedWork audited,
            OneTimeCodes codes,
            Contributions contributions,
            ChildTexts texts,
            WorkItems work,
            ToldRegister told,
            Clock clock) {
        this.audited = audited;
        this.codes = codes;
        this.contributions = contributions;
        this.texts = texts;
        this.work = work;
        this.told = told;
        this.clock = clock;
    }

    ContributionReceipt submit(@Nullable String code, SubmitContribution written) {
        return audited.runWithoutAccount(ACTOR, ReferralEvent.CONTRIBUTION_SUBMITTED, trail -> {
            var redeemed = codes.redeem(CodeUse.CONTRIBUTION, code);
            var contribution =
                    contributions.findByIdOptional(redeemed.reference()).orElseThrow();
            trail.resource(contribution.id.toString());
            contributions.name(List.of(contribution), trail);
            var receipt = keep(contribution, written);
            work.close(WorkKind.CONTRIBUTION_AWAITED, contribution.id, "arrived");
            work.open(new NewWork(
                    WorkKind.CONTRIBUTION_READING,
                    contribution.id,
                    contribution.personRecordId,
                    contribution.agency,
                    receipt.receivedAt(),
                    null));
            told.tell(
                    contribution.agency,
                    "contribution-arrived",
                    contribution.id,
                    contribution.agency,
                    contribution.personRecordId);
            trail.note("hash", receipt.hash());
            return receipt;
        });
    }

    private ContributionReceipt keep(Contribution contribution, SubmitContribution written) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var content = JsonNodeFactory.instance.objectNode();
        content.put("receivedAt", now.toString());
        content.put("text", Message.clean(written.text()));
        var message = Message.of(content);
        contribution.move(ContributionStatus.ARRIVED);
        contribution.arrivedAt = now;
        contribution.message = texts.seal(contribution.personRecordId, message.json());
        contribution.messageHash = message.hash();
        return new ContributionReceipt(now, content.required("nonce").asText(), Message.hex(message.hash()));
    }
}
