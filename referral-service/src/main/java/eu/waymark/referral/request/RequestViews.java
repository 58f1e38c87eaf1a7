package eu.waymark.referral.request;

import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.message.Message;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.request.InformationRequestView.AnswerView;
import eu.waymark.referral.request.InformationRequestView.EscalationView;
import eu.waymark.referral.request.InformationRequestView.ForwardingView;
import eu.waymark.referral.request.InformationRequestView.ReceiptView;
import eu.waymark.referral.request.InformationRequestView.RefusalView;
import eu.waymark.referral.request.InformationRequestView.Words;
import eu.waymark.referral.request.KnownRequests.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows a request to one of its sides, with as much as that side may read. */
@ApplicationScoped
class RequestViews {

    /** From so much on a clock is said to be wrong: less is the way of a message. */
    private static final Duration FLAGGED = Duration.ofMinutes(1);

    private final RequestParts parts;
    private final RequestMessages messages;
    private final QuestionViews questions;
    private final ChildTexts texts;
    private final Agencies agencies;
    private final Clock clock;

    RequestViews(
            RequestParts parts,
            RequestMessages messages,
            QuestionViews questions,
            ChildTexts texts,
            Agencies agencies,
            Clock clock) {
        this.parts = parts;
        this.messages = messages;
        this.questions = questions;
        this.texts = texts;
        this.agencies = agencies;
        this.clock = clock;
    }

    InformationRequestView of(InformationRequest request, Side side) {
        return of(new Known(request, side));
    }

    InformationRequestView of(Known known) {
        var request = known.request();
        var side = known.side();
        var content = side == Side.FORMER ? null : messages.content(request);
        return new InformationRequestView(
                request.id,
                side == Side.ASKER ? request.personRecordId : null,
                request.fromAgency,
                request.fromCountry,
                request.toAgency,
                request.toCountry,
                request.kind,
                request.basis,
                request.status,
                content == null ? null : words(content),
                content == null ? null : questions.of(known, content),
                Message.hex(request.messageHash),
                request.statedSentAt == null ? request.sentAt : request.statedSentAt,
                request.sentAt,
                skew(request),
                request.dueAt,
                request.dueRule,
                DeliveryState.of(request, parts.telling(request.id), clock.instant()),
                receipts(request),
                side == Side.FORMER ? List.of() : answers(known),
                forwardings(request),
                refusal(known),
                side == Side.FORMER ? null : escalation(request),
                request.unread,
                request.version);
    }

    private static Words words(RequestContent content) {
        return new Words(
                content.law(),
                content.child(),
                content.reason(),
                content.language(),
                content.translation(),
                content.answerLanguage());
    }

    private static @Nullable Long skew(InformationRequest request) {
        if (request.statedSentAt == null) {
            return null;
        }
        var ahead = Duration.between(request.sentAt, request.statedSentAt);
        return ahead.abs().compareTo(FLAGGED) < 0 ? null : ahead.toSeconds();
    }

    private List<ReceiptView> receipts(InformationRequest request) {
        return parts.receipts(request.id).stream()
                .map(receipt -> new ReceiptView(receipt.agency, receipt.receivedAt, Message.hex(receipt.messageHash)))
                .toList();
    }

    /** An answer that came after the request was revoked is not shown to the asker, nor that there is one. */
    private List<AnswerView> answers(Known known) {
        var request = known.request();
        return parts.answers(request.id).stream()
                .filter(answer -> answer.shown || known.side() == Side.RECIPIENT)
                .map(answer -> new AnswerView(
                        answer.id,
                        answer.fromAgency,
                        answer.answeredAt,
                        Message.hex(request.messageHash),
                        Message.hex(answer.messageHash),
                        answer.shown))
                .toList();
    }

    private List<ForwardingView> forwardings(InformationRequest request) {
        return parts.forwardings(request.id).stream()
                .map(passed -> new ForwardingView(passed.fromAgency, passed.toAgency, passed.forwardedAt))
                .toList();
    }

    private @Nullable RefusalView refusal(Known known) {
        var request = known.request();
        var refusal = request.refusal;
        if (request.status != RequestStatus.REFUSED || refusal == null || known.side() == Side.FORMER) {
            return null;
        }
        var reason = RefusalReason.of(refusal);
        return readsWhy(known)
                ? new RefusalView(reason, opened(request, request.refusalNote), request.closedAt)
                : new RefusalView(reason.toAsker(), null, request.closedAt);
    }

    /** The central authority of the asker's country is the asker's side: it would tell on what the asker may not know. */
    private boolean readsWhy(Known known) {
        var request = known.request();
        return known.side() == Side.RECIPIENT
                || known.side() == Side.AUTHORITY
                        && agencies.centralAuthorities(request.toCountry).stream()
                                .anyMatch(request::isEscalatedTo);
    }

    private @Nullable EscalationView escalation(InformationRequest request) {
        if (request.escalatedTo == null || request.escalatedAt == null) {
            return null;
        }
        var decision = request.escalation;
        return new EscalationView(
                request.escalatedTo,
                request.escalatedAt,
                decision == null ? null : decision.toLowerCase(Locale.ROOT),
                opened(request, request.escalationNote));
    }

    private @Nullable String opened(InformationRequest request, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(request.personRecordId, sealed);
    }
}
