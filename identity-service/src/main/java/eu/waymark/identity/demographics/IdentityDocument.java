package eu.waymark.identity.demographics;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.demographics.StandardCode.Standard;
import eu.waymark.matching.Document;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document or a number that names a person. A wrong check digit is refused, for nearly always it is a slip of the hand
 * that would hide the child from every search; but a forged or misprinted document is itself worth recording, so the
 * caller may insist with {@code asShown}.
 *
 * @param issuer ISO 3166-1 alpha-2 of the state, or EU or UN
 * @param number as printed; spaces and hyphens are ignored
 * @param checkDigit of a machine-readable document the digit behind the number (ICAO Doc 9303 part 3, 4.9)
 * @param asShown the document really shows this number, although its check digit is wrong
 * @param source where it is known from
 */
@CheckedNumber
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IdentityDocument")
public record IdentityDocument(
        @NotNull @OneOf(DocumentType.class) String type,

        @NotNull @StandardCode(Standard.ISSUER) @Schema(examples = "PL")
        String issuer,

        @NotBlank @Size(max = 40) @Schema(examples = "44051401359")
        String number,

        @Schema(description = "The digit behind the number in the machine-readable zone.")
        @Nullable
        @Pattern(regexp = "[0-9]", message = "must be one digit")
        String checkDigit,

        @Schema(description = "Take the number although its check digit is wrong: the document shows it so.") @Nullable
        Boolean asShown,

        @Nullable LocalDate validUntil,
        @Nullable @OneOf(DataSource.class) String source)
        implements Personal {

    Document forMatching() {
        return new Document(type.toUpperCase(Locale.ROOT).replace('-', '_'), issuer, number);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
