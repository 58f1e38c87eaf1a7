package eu.waymark.referral.request;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A request for information. Its legal basis stands in the header 'Legal-Basis'.")
record AskForInformation(
        @Schema(description = "A person record of the asker's own agency.", examples = Examples.PERSON) @NotNull
        UUID personRecordId,

        @Schema(description = "Code of the agency that is asked.", examples = Examples.RECIPIENT)
        @NotNull
        @Pattern(regexp = Examples.AGENCY, message = "must be a country code, a hyphen and capitals")
        String toAgency,

        @Schema(description = "A kind as 'GET /information-requests/kinds' lists them.", examples = Examples.KIND)
        @NotNull
        @Pattern(regexp = "[a-z-]{1,40}", message = "must be a kind")
        String kind,

        @Schema(
                description = "Who the child is, as the recipient needs it to find the child. Kept encrypted.",
                examples = Examples.CHILD)
        @NotBlank
        @Size(max = 1000)
        String child,

        @Schema(
                description = "Why it is asked (Brussels IIb, article 80: with supporting reasons).",
                examples = Examples.REASON)
        @NotBlank
        @Size(max = 4000)
        String reason,

        @Schema(examples = "[\"Is a measure in force?\",\"Which school did the child attend?\"]")
        @NotNull
        @Size(min = 1, max = 50)
        List<@NotBlank @Size(max = 1000) String> questions,

        @Schema(description = "Of this request, ISO 639-1.", examples = "pl")
        @NotNull
        @Pattern(regexp = Examples.LANGUAGE, message = "must be a language code")
        String language,

        @NotNull Translation translation,

        @Schema(description = "In which the answer is wanted, ISO 639-1.", examples = "en")
        @NotNull
        @Pattern(regexp = Examples.LANGUAGE, message = "must be a language code")
        String answerLanguage,

        @Schema(
                description =
                        "Countries from which the child or the family claims protection, as far as you know; empty where"
                                + " none. None of them can be asked. It is neither sent nor kept.",
                examples = "[]")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be a country code") String> protectionClaimedFrom,

        @Schema(description = "By when an answer is wanted, where that is sooner than the law says.") @Nullable
        Instant answerBy,

        @Schema(
                description =
                        "When your own system sent it. Accepted where its clock is at most 15 minutes off, and flagged"
                                + " from one minute on.")
        @Nullable
        Instant sentAt)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
