package eu.waymark.register.basis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A basis on which authorities ask or tell.
 *
 * @param domestic between agencies of one country; such a basis has no parties
 * @param requests whether content may be asked for on it
 * @param notices whether it lets an authority tell unasked that a child moves or is in danger
 * @param answer by which clock a request is answered
 * @param answerWorking whether a period that would end on a day off runs to the next working day
 * @param confirmed whether counsel has read the source
 */
@Schema(name = "LegalBasis", examples = """
        {"code":"hague-1996-34","instrument":"Hague Convention of 19 October 1996","article":"34","domestic":false,
         "requests":true,"notices":false,"validFrom":"2002-01-01","answer":"OURS-ANSWER","answerAmount":3,
         "answerUnit":"MONTH","answerWorking":true,"confirmed":false,
         "parties":[{"country":"FR","validFrom":"2011-02-01"}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BasisView(
        @Nullable String code,

        @NotBlank @Size(max = 200) String instrument,

        @NotBlank @Size(max = 60) String article,

        boolean domestic,
        boolean requests,
        boolean notices,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,

        @NotNull @Pattern(regexp = "[A-Z0-9-]{1,40}", message = "must be a code")
        String answer,

        @Min(1) @Max(1000) int answerAmount,

        @NotNull @Pattern(regexp = UNITS, message = "must be one of " + UNITS)
        String answerUnit,

        boolean answerWorking,
        boolean confirmed,

        @NotNull @Size(max = 400) List<@NotNull @Valid PartyView> parties) {

    private static final String UNITS = "HOUR|CALENDAR_DAY|WORKING_DAY|MONTH";

    /** Since when, and until when, a country is bound. */
    @Schema(name = "LegalBasisParty")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartyView(
            @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code")
            String country,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static PartyView of(LegalBasisParty party) {
            return new PartyView(party.country, party.validFrom, party.validTo);
        }

        boolean overlaps(PartyView other) {
            return country.equals(other.country)
                    && (validTo == null || validTo.isAfter(other.validFrom))
                    && (other.validTo == null || other.validTo.isAfter(validFrom));
        }
    }

    static BasisView of(LegalBasis b, List<LegalBasisParty> parties) {
        return new BasisView(
                b.code,
                b.instrument,
                b.article,
                b.domestic,
                b.requests,
                b.notices,
                b.validFrom,
                b.validTo,
                b.answerRule,
                b.answerAmount,
                b.answerUnit,
                b.answerWorking,
                b.confirmed,
                parties.stream()
                        .filter(party -> party.basis.equals(b.code))
                        .map(PartyView::of)
                        .toList());
    }
}
