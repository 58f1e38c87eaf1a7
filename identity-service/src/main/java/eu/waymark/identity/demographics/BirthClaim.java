package eu.waymark.identity.demographics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.Unreadable;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of a birth. On the wire a claim of which only the date is known is the text of the date.
 *
 * @param date EDTF in that calendar, as exact as known
 * @param calendar in which the date is written; Gregorian when absent, unless the year makes sense in another only
 * @param quality how far it is to be trusted
 * @param source where it is known from
 */
@RealBirth(payload = Unreadable.class)
@Schema(
        description = "A date in EDTF, or a claim with its source.",
        oneOf = {String.class, BirthClaim.Details.class})
public record BirthClaim(
        @NotBlank String date,
        @Nullable @OneOf(ClaimCalendar.class) String calendar,
        @Nullable @OneOf(ClaimQuality.class) String quality,
        @Nullable @OneOf(DataSource.class) String source)
        implements Personal {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public BirthClaim {}

    /** A claim of which only the date is known. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BirthClaim of(String date) {
        return new BirthClaim(date, null, null, null);
    }

    /** A claim of which more is known, as it goes over the wire. */
    @Schema(name = "BirthClaimDetails")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            @Schema(description = "EDTF, in the calendar of the claim.", examples = "1388-05-12")
            String date,

            @Nullable String calendar,
            @Nullable String quality,
            @Nullable String source)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @JsonValue
    Object onTheWire() {
        return calendar == null && quality == null && source == null
                ? date
                : new Details(date, calendar, quality, source);
    }

    /** The claim as the matching engine reads it: the calendar before the date. */
    public String text() {
        return calendar == null ? date : calendar + ":" + date;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
