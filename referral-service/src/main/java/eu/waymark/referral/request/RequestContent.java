package eu.waymark.referral.request;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.platform.web.Personal;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a request says, read back from its canonical message. */
record RequestContent(
        String law,
        String child,
        String reason,
        String language,
        String translation,
        String answerLanguage,
        String sentAt,
        List<String> questions)
        implements Personal {

    static RequestContent of(JsonNode message) {
        return new RequestContent(
                text(message, "law"),
                text(message, "child"),
                text(message, "reason"),
                text(message, "language"),
                text(message, "translation"),
                text(message, "answerLanguage"),
                text(message, "sentAt"),
                StreamSupport.stream(message.required("questions").spliterator(), false)
                        .map(question -> text(question, "text"))
                        .toList());
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
