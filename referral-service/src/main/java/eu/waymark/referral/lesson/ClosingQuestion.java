package eu.waymark.referral.lesson;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to ask oneself when a piece of work ends.
 *
 * @param kind the kind of lesson that an answer makes
 */
@Schema(
        name = "ClosingQuestion",
        examples = "{\"kind\":\"worked-well\",\"question\":\"What worked, that others should do too?\"}")
record ClosingQuestion(String kind, String question) {

    /** Failure is asked for beside what worked, and where one could look instead (C42, C36). */
    static final List<ClosingQuestion> ALL = List.of(
            new ClosingQuestion("worked-well", "What worked, that others should do too?"),
            new ClosingQuestion("went-wrong", "What went wrong or came too late, and what would have prevented it?"),
            new ClosingQuestion("idea", "What would the child have wanted to be done in another way?"),
            new ClosingQuestion(
                    "model-from-elsewhere", "Did somebody abroad do it in a way that we could learn from?"));
}
