package eu.waymark.register.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The directory's resources as they go over the wire; {@code code} comes from the path when one is written. */
final class DirectoryViews {

    static final String AGENCY_CODE = "[A-Z]{2}-[A-Z0-9-]{1,30}";
    static final String COUNTRY = "[A-Z]{2}";
    static final String CLOCK_STARTS = "referral-received|referral-accepted|information-received|transfer-notified";

    private DirectoryViews() {}

    @Schema(
            name = "Agency",
            examples =
                    "{\"name\":\"Kent County Council\",\"country\":\"GB\",\"area\":\"GB-KEN\",\"type\":\"child-protection\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgencyView(
            @Nullable String code,
            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = COUNTRY, message = "must be an ISO 3166-1 alpha-2 code")
            String country,

            @Size(max = 20) @Nullable String area,

            @NotNull @Pattern(regexp = "[a-z-]{1,40}", message = "must be an agency type")
            String type,

            @Schema(description = "From which event the agency counts when a child is transferred to it.")
            @Pattern(regexp = CLOCK_STARTS, message = "must be one of " + CLOCK_STARTS)
            @Nullable
            String transferClockStart,

            @Schema(
                    description = "Whether it has closed: it is responsible for no child, takes none, and its desks are"
                            + " listed no more. Absent where it is open.")
            @Nullable
            Boolean closed) {

        public AgencyView {
            // An open agency is written in one way only, or a proposal could seem to change something.
            closed = Boolean.TRUE.equals(closed) ? Boolean.TRUE : null;
        }

        static AgencyView of(Agency agency) {
            return new AgencyView(
                    agency.code,
                    agency.name,
                    agency.country,
                    agency.area,
                    agency.type,
                    agency.transferClockStart,
                    agency.closed);
        }
    }

    @Schema(
            name = "DeskEntry",
            examples =
                    "{\"agency\":\"GB-KENT\",\"name\":\"Kent duty desk\",\"kind\":\"duty\",\"phone\":\"+44 1632 960100\",\"email\":\"duty@kent.example\",\"hours\":\"weekdays 8:00-18:00\",\"languages\":[\"en\"],\"timeZone\":\"Europe/London\",\"openings\":[{\"day\":\"MONDAY\",\"opens\":\"08:00\",\"closes\":\"18:00\"}]}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeskEntry(
            @Nullable String code,

            @NotNull @Pattern(regexp = AGENCY_CODE, message = "must be an agency code")
            String agency,

            @NotBlank @Size(max = 200) String name,

            @Schema(
                    description =
                            "duty: the one that others call; national: the one that other countries call; team: where work lies, called by nobody.")
            @NotNull
            @Pattern(regexp = "duty|national|team", message = "must be duty, national or team")
            String kind,

            @NotBlank @Size(min = 3, max = 40) String phone,
            @NotBlank @Size(min = 3, max = 200) String email,

            @Schema(description = "In words, for whoever calls.") @NotBlank @Size(max = 200)
            String hours,

            @NotEmpty @Size(max = 20)
            List<@Pattern(regexp = "[a-z]{2,3}", message = "must be an ISO 639 code") String> languages,

            @Schema(examples = "Europe/London", description = "Needed where openings are given.")
            @Size(max = 40)
            @Nullable
            String timeZone,

            @Schema(description = "The same hours for machines; day and night is 00:00 to 24:00 on seven days.")
            @Size(max = 50)
            @Nullable
            List<@NotNull @Valid OpeningView> openings,

            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static DeskEntry of(Desk desk) {
            return new DeskEntry(
                    desk.code,
                    desk.agency,
                    desk.name,
                    desk.kind,
                    desk.phone,
                    desk.email,
                    desk.hours,
                    desk.languages,
                    desk.timeZone,
                    desk.openings.isEmpty() ? null : OpeningView.of(desk.openings),
                    desk.validFrom,
                    desk.validTo);
        }
    }

    @Schema(
            name = "Measure",
            examples =
                    "{\"country\":\"GB-ENG\",\"name\":\"child protection plan\",\"language\":\"en\",\"class\":\"registered-plan\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureView(
            @Nullable String code,

            @NotNull @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?", message = "must be an ISO 3166 code")
            String country,

            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "[a-z]{2,3}", message = "must be an ISO 639 code")
            String language,

            @NotNull
            @Pattern(
                    regexp = "registered-plan|supervision-order|voluntary-support|out-of-home-placement"
                            + "|emergency-removal|guardianship|travel-ban|missing-alert|unborn-plan",
                    message = "must be a common class of measure")
            @JsonProperty("class")
            String commonClass,

            @Schema(description = "Whether word and class were found in a source that was read; false unless said.")
            boolean confirmed,

            @Schema(description = "From when it is called so; a day that is not there yet adds a version to it.")
            @Nullable
            LocalDate validFrom,

            @Schema(description = "The first day on which it is no longer chosen.") @Nullable
            LocalDate validTo) {

        static MeasureView of(Measure measure, MeasureWords words) {
            return new MeasureView(
                    measure.code,
                    measure.country,
                    words.name,
                    words.language,
                    measure.commonClass,
                    measure.confirmed,
                    words.validFrom,
                    words.validTo);
        }
    }

    @Schema(
            name = "Agreement",
            examples =
                    "{\"countries\":[\"FR\",\"GB\"],\"basis\":\"hague-1996-34\",\"level\":\"request\",\"purposes\":[\"CP-ASSESS\"],\"validFrom\":\"2020-01-01\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgreementView(
            @Nullable String id,

            @NotNull @Size(min = 2, max = 2)
            List<@Pattern(regexp = COUNTRY, message = "must be an ISO 3166-1 alpha-2 code") String> countries,

            @NotNull @Pattern(regexp = "[A-Za-z0-9._/()-]{1,64}", message = "must be the code of a legal basis")
            String basis,

            @NotNull @Pattern(regexp = "request|summary", message = "must be request or summary")
            String level,

            @NotEmpty @Size(max = 20)
            List<@Pattern(regexp = "[A-Z-]{2,40}", message = "must be a purpose of use") String> purposes,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,

            @Schema(description = "Where it is narrower: one agency of one of the countries, or one of each.")
            @Size(min = 1, max = 2)
            @Nullable
            List<@Pattern(regexp = AGENCY_CODE, message = "must be an agency code") String> agencies) {

        /** With its parties in the order in which they are kept. */
        AgreementView ordered() {
            return new AgreementView(
                    id,
                    countries.stream().sorted().toList(),
                    basis,
                    level,
                    purposes,
                    validFrom,
                    validTo,
                    agencies == null ? null : agencies.stream().sorted().toList());
        }

        static AgreementView of(Agreement agreement) {
            return new AgreementView(
                    agreement.id,
                    List.of(agreement.countryA, agreement.countryB),
                    agreement.basis,
                    agreement.level,
                    agreement.purposes,
                    agreement.validFrom,
                    agreement.validTo,
                    agreement.isNarrow()
                            ? Stream.of(agreement.agencyA, agreement.agencyB)
                                    .filter(Objects::nonNull)
                                    .sorted()
                                    .toList()
                            : null);
        }
    }

    @Schema(name = "Area", examples = "{\"country\":\"DE\",\"name\":\"Berlin\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AreaView(
            @Nullable String code,

            @NotNull @Pattern(regexp = COUNTRY, message = "must be an ISO 3166-1 alpha-2 code")
            String country,

            @NotBlank @Size(max = 200) String name,

            @Schema(description = "The part of the country whose law holds there, such as GB-ENG.")
            @Nullable
            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "must be an ISO 3166-2 code")
            String nation,

            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static AreaView of(Area area) {
            return new AreaView(area.code, area.country, area.name, area.nation, area.validFrom, area.validTo);
        }
    }

    @Schema(name = "Harm", examples = "{\"name\":\"female genital mutilation\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HarmView(
            @Nullable String code,
            @NotBlank @Size(max = 200) String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static HarmView of(Harm harm) {
            return new HarmView(harm.code, harm.name, harm.validFrom, harm.validTo);
        }
    }
}
