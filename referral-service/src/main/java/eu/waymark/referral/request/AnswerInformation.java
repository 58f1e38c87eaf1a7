package eu.waymark.referral.request;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Answers to some of the questions, or all. What is not named stays open.", examples = """
        {"requestHash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","language":"en",
         "protectionClaimedFrom":[],
         "answers":[{"question":1,"text":"A supervision order is in force since 2025."},
          {"question":2,"withheld":"not-necessary","note":"The school is named in the court file only."}]}""")
record AnswerInformation(
        @Schema(description = "The hash of the request that is answered.")
        @NotNull
        @Pattern(regexp = Examples.HASH_SHAPE, message = "must be 64 hexadecimal digits")
        String requestHash,

        @NotNull @Pattern(regexp = Examples.LANGUAGE, message = "must be a language code")
        String language,

        @Schema(
                description =
                        "Countries from which the child or the family claims protection, as far as you know. None of"
                                + " them gets an answer. It is neither sent nor kept.")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be a country code") String> protectionClaimedFrom,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Item> answers)
        implements Personal {

    /**
     * The answer to a question, or the decision not to answer it.
     *
     * @param note more of why it is withheld, for your own side
     */
    @Schema(name = "InformationAnswerItem")
    record Item(
            @NotNull @Min(1) @Max(50) Integer question,
            @Size(min = 1, max = 8000) @Nullable String text,

            @Schema(description = "Why it is not answered.")
            @Pattern(regexp = Examples.REASONS, message = "must be one of " + Examples.REASONS)
            @Nullable
            String withheld,

            @Size(min = 1, max = 2000) @Nullable String note)
            implements Personal {

        private boolean isWhole() {
            return text == null ? withheld != null : withheld == null && note == null;
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code invalid-fields} where it cannot be understood */
    void requireWhole(int questions) {
        var seen = new HashSet<Integer>();
        for (var item : answers) {
            if (item.question() > questions || !seen.add(item.question()) || !item.isWhole()) {
                throw CommonProblem.INVALID_FIELDS
                        .because(
                                "Each question of the request is answered or withheld once; a note says why it is withheld.")
                        .at("answers", "must name each question once, with a text or with why it is withheld");
            }
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
