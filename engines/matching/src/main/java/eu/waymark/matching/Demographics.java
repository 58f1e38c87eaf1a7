package eu.waymark.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a record or a question says about a child. Everything may be missing; missing is no evidence.
 *
 * @param names every name on record: other scripts, names at birth, aliases
 * @param births every claim about the birth; two documents may disagree
 * @param sex as in ISO/IEC 5218
 * @param nationalities ISO 3166-1 alpha-2, upper case
 * @param documents passports, cards and certificates, each as {@link Document} normalises it
 */
public record Demographics(
        List<PersonName> names, List<BirthDate> births, Sex sex, Set<String> nationalities, List<Document> documents) {

    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    public Demographics {
        names = List.copyOf(names);
        births = List.copyOf(births);
        nationalities = Collections.unmodifiableSet(new TreeSet<>(nationalities));
        documents = List.copyOf(documents);
    }

    /** Somebody without documents. */
    public Demographics(List<PersonName> names, List<BirthDate> births, Sex sex, Set<String> nationalities) {
        this(names, births, sex, nationalities, List.of());
    }

    /** The same person with these documents. */
    public Demographics withDocuments(List<Document> others) {
        return new Demographics(names, births, sex, nationalities, others);
    }

    /**
     * What is odd about the claims without making them unreadable.
     *
     * @param today the day on which this is asked
     */
    public List<Finding> findings(LocalDate today) {
        return Finding.of(births, today);
    }

    /**
     * Reads what came over the wire.
     *
     * @param births each one or several claims, see {@link BirthDate#parseAll(String, String)}
     * @param sex ISO/IEC 5218 code: 0, 1, 2 or 9
     * @throws InvalidDemographicsException naming the field ({@code births[1]}), never its value
     */
    public static Demographics parse(
            List<PersonName> names, List<String> births, int sex, Iterable<String> nationalities) {
        var claims = new ArrayList<BirthDate>(births.size());
        for (int i = 0; i < births.size(); i++) {
            claims.addAll(BirthDate.parseAll("births[" + i + "]", births.get(i)));
        }
        return new Demographics(names, claims, Sex.ofCode(sex), countries(nationalities));
    }

    private static Set<String> countries(Iterable<String> codes) {
        var countries = new LinkedHashSet<String>();
        int index = 0;
        for (String code : codes) {
            String country = code.strip().toUpperCase(Locale.ROOT);
            if (!ALPHA_2.matcher(country).matches()) {
                throw new InvalidDemographicsException(
                        "nationalities[" + index + "]", "is not an ISO 3166-1 alpha-2 code");
            }
            countries.add(country);
            index++;
        }
        return countries;
    }

    /** Says how much is known, never what. */
    @Override
    public String toString() {
        return "Demographics[names=%d, births=%d, redacted]".formatted(names.size(), births.size());
    }
}
