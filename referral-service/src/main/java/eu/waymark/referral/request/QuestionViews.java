package eu.waymark.referral.request;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.request.InformationRequestView.QuestionView;
import eu.waymark.referral.request.KnownRequests.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the questions of a request with what became of each. */
@ApplicationScoped
class QuestionViews {

    private final RequestParts parts;
    private final RequestMessages messages;
    private final ChildTexts texts;

    QuestionViews(RequestParts parts, RequestMessages messages, ChildTexts texts) {
        this.parts = parts;
        this.messages = messages;
        this.texts = texts;
    }

    List<QuestionView> of(Known known, RequestContent content) {
        var answers = answers(known.request());
        return parts.questions(known.request().id).stream()
                .map(question -> view(known, question, content, answers))
                .toList();
    }

    private QuestionView view(Known known, Question question, RequestContent content, Map<Integer, String> answers) {
        var text = content.questions().get(question.number - 1);
        var withheld = question.withheld;
        if (withheld == null) {
            var answer = answers.get(question.number);
            return new QuestionView(question.number, text, question.isOpen() ? "open" : "answered", answer, null, null);
        }
        var reason = RefusalReason.of(withheld);
        return known.side() == Side.RECIPIENT
                ? new QuestionView(question.number, text, "withheld", null, reason, opened(known, question.note))
                : new QuestionView(question.number, text, "withheld", null, reason.toAsker(), null);
    }

    private Map<Integer, String> answers(InformationRequest request) {
        var texts = new HashMap<Integer, String>();
        parts.answers(request.id).stream()
                .filter(answer -> answer.shown)
                .map(answer -> messages.read(request.personRecordId, answer.message))
                .flatMap(message -> message.required("answers").valueStream())
                .filter(item -> item.has("text"))
                .forEach(item -> texts.put(number(item), item.required("text").asText()));
        return texts;
    }

    private static Integer number(JsonNode item) {
        return Integer.valueOf(item.required("question").asText());
    }

    private @Nullable String opened(Known known, byte @Nullable [] note) {
        return note == null ? null : texts.open(known.request().personRecordId, note);
    }
}
