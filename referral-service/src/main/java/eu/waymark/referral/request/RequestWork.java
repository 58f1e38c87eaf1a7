package eu.waymark.referral.request;

import eu.waymark.referral.clock.Due;
import eu.waymark.referral.told.ToldRegister;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What follows from each step of a request: who has to do what by when, and who is told. */
@ApplicationScoped
class RequestWork {

    private static final String RELATION = "information-request";

    private final WorkItems work;
    private final ToldRegister told;
    private final RequestParts parts;

    RequestWork(WorkItems work, ToldRegister told, RequestParts parts) {
        this.work = work;
        this.told = told;
        this.parts = parts;
    }

    /** The desk has to answer. */
    void asked(InformationRequest request, String kind) {
        work.open(new NewWork(
                        WorkKind.INFORMATION_ANSWER,
                        request.id,
                        request.personRecordId,
                        request.toAgency,
                        request.askedAt,
                        new Due(request.dueAt, request.dueRule))
                .awaitedBy(request.fromAgency));
        tellRecipient(request, kind);
    }

    /** Another desk has to answer, by the time that the asker was promised. */
    void forwarded(InformationRequest request, String from) {
        work.handTo(
                WorkKind.INFORMATION_ANSWER,
                request.id,
                request.toAgency,
                request.sentAt,
                new Due(request.dueAt, request.dueRule));
        work.close(WorkKind.INFORMATION_UNRECEIVED, request.id, "forwarded");
        tell(request, request.toAgency, "information-request-received", from);
        tell(request, request.fromAgency, "information-request-forwarded", from);
    }

    /** While it answers, the desk works with the child: on a basis in force, which was checked when it was asked. */
    void received(InformationRequest request, Receipt receipt) {
        work.close(WorkKind.INFORMATION_UNRECEIVED, request.id, "received");
        told.relationBegun(request.personRecordId, receipt.agency, RELATION, receipt.id);
        tellAsker(request, "information-request-acknowledged");
    }

    /** @param isFirstUnread whether nobody had anything to read before */
    void answered(InformationRequest request, boolean isFirstUnread, Instant at) {
        if (isFirstUnread) {
            work.open(new NewWork(
                    WorkKind.INFORMATION_READING, request.id, request.personRecordId, request.fromAgency, at, null));
        }
        if (request.status == RequestStatus.ANSWERED) {
            ended(request, "answered");
        }
        tellAsker(request, "information-request-" + request.status.code());
    }

    /** Nobody has to answer any more. What has come stays to be read; of a refusal the central authority still decides. */
    void ended(InformationRequest request, String outcome) {
        work.close(WorkKind.INFORMATION_ANSWER, request.id, outcome);
        work.close(WorkKind.INFORMATION_UNRECEIVED, request.id, outcome);
        if (request.status != RequestStatus.REFUSED) {
            work.close(WorkKind.INFORMATION_ESCALATION, request.id, outcome);
        }
        endRelation(request);
    }

    void read(InformationRequest request) {
        work.close(WorkKind.INFORMATION_READING, request.id, "read");
    }

    void escalated(InformationRequest request, String authority, Instant at, Due due) {
        work.open(new NewWork(WorkKind.INFORMATION_ESCALATION, request.id, request.personRecordId, authority, at, due)
                .awaitedBy(request.fromAgency));
        tell(request, authority, "information-request-escalated", request.fromAgency);
        tellRecipient(request, "information-request-escalated");
    }

    void escalationDecided(InformationRequest request, String authority, String decision) {
        work.close(WorkKind.INFORMATION_ESCALATION, request.id, decision);
        tell(request, request.fromAgency, "information-request-" + decision, authority);
        tell(request, request.toAgency, "information-request-" + decision, authority);
    }

    /** The desk that has to answer has until another time. */
    void givenTime(InformationRequest request, Instant from) {
        work.runOn(
                WorkKind.INFORMATION_ANSWER,
                request.id,
                request.toAgency,
                from,
                new Due(request.dueAt, request.dueRule));
    }

    void unreceived(InformationRequest request, Instant at, Due due) {
        work.open(new NewWork(
                WorkKind.INFORMATION_UNRECEIVED, request.id, request.personRecordId, request.fromAgency, at, due));
    }

    void tellAsker(InformationRequest request, String kind) {
        tell(request, request.fromAgency, kind, request.toAgency);
    }

    void tellRecipient(InformationRequest request, String kind) {
        tell(request, request.toAgency, kind, request.fromAgency);
    }

    /** The desk works with the child no more. */
    void endRelation(InformationRequest request) {
        if (request.receivedAt != null) {
            parts.lastReceipt(request.id).ifPresent(receipt -> told.relationEnded(request.personRecordId, receipt.id));
        }
    }

    private void tell(InformationRequest request, String agency, String kind, String by) {
        told.tell(agency, kind, request.id, by, request.personRecordId);
    }
}
