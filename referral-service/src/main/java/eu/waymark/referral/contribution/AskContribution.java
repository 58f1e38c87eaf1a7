package eu.waymark.referral.contribution;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Somebody without an account is asked to write about a child.")
record AskContribution(
        @Schema(description = "A person record of your agency.", examples = AskContribution.PERSON) @NotNull
        UUID personRecordId,

        @Schema(description = "What kind of body writes.", examples = "embassy")
        @NotNull
        @Pattern(regexp = WRITERS, message = "must be one of " + WRITERS)
        String writer,

        @Schema(description = "What the contribution is for.", examples = "assessment")
        @NotNull
        @Pattern(regexp = ABOUT, message = "must be one of " + ABOUT)
        String aboutKind,

        @Schema(description = "The id of that assessment, referral or request; absent for the child itself.") @Nullable
        UUID aboutId,

        @Schema(
                description =
                        "The text meant for the writer, which you give them with the code: keep the child out of it"
                                + " where it can be. Kept encrypted in the case; nobody reads it with the code.",
                examples = "Which claims for benefits name this child, and since when?")
        @NotBlank
        @Size(max = 4000)
        String ask,

        @Schema(description = "For how many hours the code is good: 72 where absent, at most 168 (seven days).")
        @Min(1)
        @Max(168)
        @Nullable
        Integer validHours)
        implements Personal {

    static final String PERSON = "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90";
    static final String WRITERS = "embassy|benefits|school|health|police|guardian|ngo|residential-home|court|other";
    static final String ABOUT = "child|assessment|referral|information-request";

    boolean isAboutTheChild() {
        return aboutKind.equals("child");
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
