package eu.waymark.referral.request;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk that is asked does but answer: confirms, refuses, forwards. */
@ApplicationScoped
class ReceivingRequest {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownRequests known;
    private final Requests requests;
    private final RequestParts parts;
    private final RequestTerms terms;
    private final ChildTexts texts;
    private final RequestWork work;
    private final RequestViews views;
    private final Clock clock;

    ReceivingRequest(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownRequests known,
            Requests requests,
            RequestParts parts,
            RequestTerms terms,
            ChildTexts texts,
            RequestWork work,
            RequestViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.requests = requests;
        this.parts = parts;
        this.terms = terms;
        this.texts = texts;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    /** Confirms that the desk has the request, byte for byte. Repeated, it changes nothing. */
    InformationRequestView confirm(UUID id, ConfirmReceipt confirmed) {
        return audited.run(ReferralEvent.INFORMATION_RECEIVED, trail -> {
            permits.requireAny(Action.ANSWER_INFORMATION);
            var by = caller.get();
            var request = known.lock(id, by, trail).forRecipient();
            RequestHash.require(confirmed.messageHash(), request);
            trail.note("hash", confirmed.messageHash());
            if (request.receivedAt == null) {
                request.move(RequestStatus.RECEIVED);
                var receipt = receipt(request, by.agency(), by.subject());
                request.receivedAt = receipt.receivedAt;
                parts.add(receipt);
                work.received(request, receipt);
                requests.flush();
            }
            return views.of(request, Side.RECIPIENT);
        });
    }

    InformationRequestView refuse(UUID id, @Nullable String ifMatch, RefuseRequest refused) {
        return audited.run(ReferralEvent.INFORMATION_REFUSED, trail -> {
            permits.requireAny(Action.ANSWER_INFORMATION);
            var by = caller.get();
            var request = known.find(id, by, trail).forRecipient();
            Versions.require(ifMatch, request.version);
            request.close(RequestStatus.REFUSED, by.subject(), now());
            request.refusal = refused.reason();
            var note = refused.note();
            request.refusalNote = note == null ? null : texts.seal(request.personRecordId, note);
            work.ended(request, "refused");
            work.tellAsker(request, "information-request-refused");
            requests.flush();
            return views.of(request, Side.RECIPIENT);
        });
    }

    /** Passes the request on to the authority of the same country that it should have gone to. */
    InformationRequestView forward(UUID id, @Nullable String ifMatch, ForwardRequest forwarded) {
        return audited.run(ReferralEvent.INFORMATION_FORWARDED, trail -> {
            permits.requireAny(Action.ANSWER_INFORMATION);
            var by = caller.get();
            var request = known.find(id, by, trail).forRecipient();
            Versions.require(ifMatch, request.version);
            requireOpen(request);
            var recipient = terms.recipient(forwarded.toAgency(), by);
            if (!recipient.country().equals(request.toCountry) || request.isFrom(forwarded.toAgency())) {
                throw CommonProblem.INVALID_FIELDS
                        .because("A request stays in the country that it was sent to.")
                        .at("toAgency", "must be another authority of your country");
            }
            trail.note("to", forwarded.toAgency());
            parts.add(forwarding(request, by.agency(), by.subject(), forwarded.toAgency()));
            work.endRelation(request);
            request.ask(forwarded.toAgency(), now());
            work.forwarded(request, by.agency());
            requests.flush();
            return views.of(request, Side.FORMER);
        });
    }

    /** From a refusal back to sent is the way of a central authority that reopens, not of the desk. */
    private static void requireOpen(InformationRequest request) {
        if (!request.status.isOpen()) {
            throw ReferralProblem.REQUEST_ILLEGAL_TRANSITION.because("Only what is still to be answered is forwarded.");
        }
    }

    private Receipt receipt(InformationRequest request, String agency, String by) {
        var receipt = new Receipt();
        receipt.id = UUID.randomUUID();
        receipt.requestId = request.id;
        receipt.agency = agency;
        receipt.receivedBy = by;
        receipt.receivedAt = now();
        receipt.messageHash = request.messageHash;
        return receipt;
    }

    private Forwarding forwarding(InformationRequest request, String from, String by, String to) {
        var forwarding = new Forwarding();
        forwarding.id = UUID.randomUUID();
        forwarding.requestId = request.id;
        forwarding.fromAgency = from;
        forwarding.toAgency = to;
        forwarding.forwardedBy = by;
        forwarding.forwardedAt = now();
        return forwarding;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
