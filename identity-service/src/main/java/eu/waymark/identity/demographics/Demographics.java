package eu.waymark.identity.demographics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.demographics.StandardCode.Standard;
import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who somebody is. Everything but a name may be unknown.
 *
 * @param births what each source says of the birth; several when they are disputed
 * @param sex ISO/IEC 5218; 0 when absent
 * @param nationalities ISO 3166-1 alpha-2
 * @param languages ISO 639, the best understood first
 */
@Schema(description = "What is known of who somebody is. Everything but a name may be unknown.")
public record Demographics(
        @NotEmpty @Size(max = MOST_NAMES) List<@NotNull @Valid PersonName> names,

        @Schema(description = "EDTF, as exact as known, or a claim with its source; several when disputed.")
        @Size(max = MOST_BIRTHS)
        List<@NotNull @Valid BirthClaim> births,

        @Schema(description = "ISO/IEC 5218: 0 not known, 1 male, 2 female, 9 not applicable.", examples = "2") @SexCode
        Integer sex,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "[\"UA\"]") @Size(max = 5)
        List<@NotNull @StandardCode(Standard.COUNTRY) String> nationalities,

        @Schema(
                description = "ISO 639-1, or 639-3 where there is none; the best understood first.",
                examples = "[\"uk\"]")
        @Size(max = 10)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<@NotNull @StandardCode(Standard.LANGUAGE) String> languages,

        @Size(max = 7) @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<@NotNull @Valid IdentityDocument> documents,

        @Size(max = 5) @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<@NotNull @Valid Place> places)
        implements Personal {

    static final int MOST_NAMES = 20;
    static final int MOST_BIRTHS = 10;

    /** The engine compares so many names and births of one side; what is more is compared as another view. */
    private static final int MOST_IN_VIEW = 6;

    /** An example for the API documents. */
    public static final String EXAMPLE = """
            {"names":[{"given":"Anna","family":"Koval"}],"births":["2014~"],"sex":2,"nationalities":["UA"]}""";

    /** A fuller one. */
    public static final String FULL_EXAMPLE = """
            {"names":[{"given":"Анна","family":"Коваль","type":"official","script":"Cyrl","source":"document"},\
            {"full":"Ana Kowal","type":"alias","validFrom":"2023-05-01","source":"self"}],\
            "births":["2014~",{"date":"2013-11-02","quality":"documented","source":"document"}],"sex":2,\
            "nationalities":["UA"],"languages":["uk","pl"],\
            "documents":[{"type":"passport","issuer":"UA","number":"FE123456","checkDigit":"8"}],\
            "places":[{"kind":"birth","country":"UA","region":"UA-46"}]}""";

    public Demographics(
            @Nullable List<PersonName> names,
            @Nullable List<BirthClaim> births,
            @Nullable Integer sex,
            @Nullable List<String> nationalities,
            @Nullable List<String> languages,
            @Nullable List<IdentityDocument> documents,
            @Nullable List<Place> places) {
        this.names = orNone(names);
        this.births = orNone(births);
        this.sex = sex == null ? 0 : sex;
        this.nationalities = orNone(nationalities);
        this.languages = orNone(languages);
        this.documents = orNone(documents);
        this.places = orNone(places);
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    /** The same as the matching engine reads it. Only for what has passed validation. */
    public eu.waymark.matching.Demographics forMatching() {
        return view(names, births);
    }

    /**
     * The same in as many views as it takes for every name and every birth to be compared: the engine looks at six of
     * each. At least one.
     */
    @JsonIgnore
    public List<eu.waymark.matching.Demographics> views() {
        var views = new ArrayList<eu.waymark.matching.Demographics>(1);
        for (var someNames : parts(names)) {
            for (var someBirths : parts(births)) {
                views.add(view(someNames, someBirths));
            }
        }
        return views;
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>(1);
        for (int from = 0; from == 0 || from < all.size(); from += MOST_IN_VIEW) {
            parts.add(all.subList(from, Math.min(all.size(), from + MOST_IN_VIEW)));
        }
        return parts;
    }

    private eu.waymark.matching.Demographics view(List<PersonName> someNames, List<BirthClaim> someBirths) {
        return eu.waymark.matching.Demographics.parse(
                        someNames.stream().map(PersonName::forMatching).toList(),
                        someBirths.stream().map(BirthClaim::text).toList(),
                        sex,
                        nationalities)
                .withDocuments(
                        documents.stream().map(IdentityDocument::forMatching).toList());
    }

    /**
     * The same, with those names of an earlier version that are missing here: they were right until this day, and
     * whoever knows the person by one of them must find them still.
     */
    public Demographics withFormerNames(Demographics earlier, LocalDate today) {
        var all = new ArrayList<>(names);
        earlier.names.stream()
                .filter(old -> names.stream().noneMatch(old::isWrittenAs))
                .map(old -> old.former(today))
                .forEach(all::add);
        return new Demographics(all, births, sex, nationalities, languages, documents, places);
    }

    /** Whether there are not too many names to be kept. */
    @JsonIgnore
    public boolean hasRoom() {
        return names.size() <= MOST_NAMES;
    }

    /** What is odd and yet taken, with the field it is about. */
    public List<Warning> warnings(LocalDate today) {
        return Warning.about(this, today);
    }

    /** Whether this says enough to be searched for. */
    @JsonIgnore
    public boolean isSearchable() {
        return MinimumQuery.isMetBy(this);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
