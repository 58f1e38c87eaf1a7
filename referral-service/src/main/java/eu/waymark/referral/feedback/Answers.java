package eu.waymark.referral.feedback;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a child answers.
 *
 * @param smileys from 1, very sad, to 5, very happy, by the code of the question; any may be left out
 * @param words its own
 * @param somebodyHurtMe it ticks this where somebody who should look after it did it harm
 */
@Schema(name = "FeedbackAnswers", examples = """
        {"smileys":{"listened":2,"explained":4},"words":"She always looks at her telephone.","somebodyHurtMe":false}""")
record Answers(
        @NotNull @Size(max = 4)
        Map<
                        @NotNull @Pattern(regexp = QUESTIONS, message = "must be one of " + QUESTIONS) String,
                        @NotNull @Min(1) @Max(5) Integer>
                smileys,

        @Size(min = 1, max = 4000) @Nullable String words,

        boolean somebodyHurtMe)
        implements Personal {

    static final String QUESTIONS = "listened|explained|safe|helped";

    @Override
    public String toString() {
        return REDACTED;
    }
}
