package eu.waymark.referral.referral;

import eu.waymark.referral.clock.Due;
import eu.waymark.referral.gate.GatedWork;
import eu.waymark.referral.gate.Gates;
import eu.waymark.referral.referral.Step.Said;
import eu.waymark.referral.told.ToldRegister;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What follows from a move: who has to do something now, and who is told. */
@ApplicationScoped
class Consequences {

    private final WorkItems work;
    private final ToldRegister told;
    private final Gates gates;

    Consequences(WorkItems work, ToldRegister told, Gates gates) {
        this.work = work;
        this.told = told;
        this.gates = gates;
    }

    void of(Moving moving, Said said) {
        var referral = moving.referral();
        switch (moving.move()) {
            case SAVE -> {}
            case SEND -> {
                awaitDecision(moving);
                tellRecipient(moving, "referral-received");
            }
            case RECEIVE -> tellSender(moving, "referral-taken");
            case ACCEPT -> accepted(moving);
            case REJECT -> {
                work.closeAll(referral.id(), "rejected");
                tellSender(moving, "referral-rejected");
            }
            case RETURN -> {
                open(moving, WorkKind.REFERRAL_ANSWER, referral.parties().fromAgency(), null);
                tellSender(moving, "referral-returned");
            }
            case RESUBMIT -> {
                work.close(WorkKind.REFERRAL_ANSWER, referral.id(), "resubmitted");
                tellRecipient(moving, "referral-resubmitted");
            }
            case FORWARD -> forwarded(moving);
            case REVOKE -> revoked(moving);
            case FINISH -> {
                work.closeAll(referral.id(), "done");
                told.relationEnded(moving.record(), referral.id());
                tellSender(moving, "referral-done");
            }
            case SHARE -> {
                if (!said.isKept()) {
                    tellRecipient(moving, "referral-share-changed");
                }
            }
            case RAISE -> tellOther(moving, "referral-raised");
        }
    }

    private void accepted(Moving moving) {
        var referral = moving.referral();
        work.closeAll(referral.id(), "accepted");
        open(moving, WorkKind.REFERRAL_WORK, recipient(moving), null);
        gates.begin(
                GatedWork.REFERRAL,
                referral.id(),
                moving.record(),
                recipient(moving),
                moving.by().country());
        told.relationBegun(moving.record(), recipient(moving), "referral", referral.id());
        tellSender(moving, "referral-accepted");
    }

    private void forwarded(Moving moving) {
        work.closeAll(moving.referral().id(), "forwarded");
        awaitDecision(moving);
        tellSender(moving, "referral-forwarded");
        tellRecipient(moving, "referral-received");
    }

    private void revoked(Moving moving) {
        var referral = moving.referral();
        work.closeAll(referral.id(), "revoked");
        if (referral.sending() != null) {
            tellRecipient(moving, "referral-revoked");
        }
    }

    private void awaitDecision(Moving moving) {
        var sending = moving.referral().sent();
        open(moving, WorkKind.REFERRAL_DECISION, recipient(moving), new Due(sending.dueAt(), sending.dueRule()));
    }

    private void open(Moving moving, WorkKind kind, String agency, @Nullable Due due) {
        var referral = moving.referral();
        var waiting =
                referral.isFrom(agency) ? recipient(moving) : referral.parties().fromAgency();
        work.open(new NewWork(kind, referral.id(), moving.record(), agency, moving.at(), due).awaitedBy(waiting));
    }

    private void tellSender(Moving moving, String kind) {
        tell(moving, kind, moving.referral().parties().fromAgency());
    }

    private void tellRecipient(Moving moving, String kind) {
        tell(moving, kind, recipient(moving));
    }

    private void tellOther(Moving moving, String kind) {
        var isSender = moving.referral().isFrom(moving.by().agency());
        tell(
                moving,
                kind,
                isSender ? recipient(moving) : moving.referral().parties().fromAgency());
    }

    private void tell(Moving moving, String kind, String agency) {
        told.tell(agency, kind, moving.referral().id(), moving.by().agency(), moving.record());
    }

    private static String recipient(Moving moving) {
        return moving.referral().recipient();
    }
}
