package eu.waymark.referral.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.message.Message;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.request.AnswerInformation.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Answers questions of a request, or records why they are not answered. An answer that comes after the request was revoked
 * is kept, not shown, and whoever gave it is told.
 */
@ApplicationScoped
class AnsweringRequest {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownRequests known;
    private final Requests requests;
    private final RequestParts parts;
    private final RequestMessages messages;
    private final ChildTexts texts;
    private final RequestWork work;
    private final RequestViews views;
    private final Clock clock;

    AnsweringRequest(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownRequests known,
            Requests requests,
            RequestParts parts,
            RequestMessages messages,
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
        this.messages = messages;
        this.texts = texts;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    InformationRequestView answer(UUID id, AnswerInformation given) {
        return audited.run(ReferralEvent.INFORMATION_ANSWERED, trail -> {
            permits.requireAny(Action.ANSWER_INFORMATION);
            var by = caller.get();
            // Locked: the asker may revoke at the same moment, and one of the two comes first.
            var request = known.lock(id, by, trail).forRecipient();
            RequestHash.require(given.requestHash(), request);
            RequestTerms.requireUnclaimed(given.protectionClaimedFrom(), request.fromCountry);
            var questions = parts.questions(id);
            given.requireWhole(questions.size());
            var isShown = request.status != RequestStatus.REVOKED;
            if (isShown) {
                move(request, questions, given.answers(), by);
            }
            var answer = keep(request, given, by, isShown);
            note(trail, answer, request, given);
            if (isShown) {
                settle(request, questions, given.answers(), answer);
            } else {
                work.tellRecipient(request, "information-answer-not-shown");
            }
            requests.flush();
            return views.of(request, Side.RECIPIENT);
        });
    }

    private void move(InformationRequest request, List<Question> questions, List<Item> items, Caller by) {
        var open = questions.stream().filter(Question::isOpen).count();
        if (open == items.size()) {
            request.close(RequestStatus.ANSWERED, by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        } else {
            request.move(RequestStatus.PARTLY_ANSWERED);
        }
        if (items.stream().anyMatch(item -> !questions.get(item.question() - 1).isOpen())) {
            throw ReferralProblem.QUESTION_ANSWERED.because("Read the request again: somebody has answered meanwhile.");
        }
    }

    private Answer keep(InformationRequest request, AnswerInformation given, Caller by, boolean isShown) {
        var answer = new Answer();
        answer.id = UUID.randomUUID();
        answer.requestId = request.id;
        answer.fromAgency = by.agency();
        answer.answeredBy = by.subject();
        answer.answeredAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        answer.shown = isShown;
        var items = new TreeMap<Integer, ObjectNode>();
        given.answers().forEach(item -> items.put(item.question(), told(item)));
        var message = messages.of(answer, request, given.language(), items);
        answer.message = texts.seal(request.personRecordId, message.json());
        answer.messageHash = message.hash();
        parts.add(answer);
        return answer;
    }

    /** As the asker is told. */
    private static ObjectNode told(Item item) {
        var told = JsonNodeFactory.instance.objectNode();
        if (item.text() != null) {
            return told.put("text", Message.clean(item.text()));
        }
        var reason = RefusalReason.of(String.valueOf(item.withheld()));
        return told.put("withheld", reason.toAsker().code());
    }

    private void settle(InformationRequest request, List<Question> questions, List<Item> items, Answer answer) {
        for (var item : items) {
            var question = questions.get(item.question() - 1);
            question.answerId = answer.id;
            question.withheld = item.withheld();
            var note = item.note();
            question.note = note == null ? null : texts.seal(request.personRecordId, note);
        }
        var isFirstUnread = !request.unread;
        request.unread = true;
        work.answered(request, isFirstUnread, answer.answeredAt);
    }

    private static void note(Trail trail, Answer answer, InformationRequest request, AnswerInformation given) {
        trail.note("hash", Message.hex(answer.messageHash));
        trail.note("requestHash", Message.hex(request.messageHash));
        trail.note("shown", Boolean.toString(answer.shown));
        trail.note(
                "withheld",
                Long.toString(given.answers().stream()
                        .filter(item -> item.withheld() != null)
                        .count()));
    }
}
