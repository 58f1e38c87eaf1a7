package eu.waymark.matching.score;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.Document;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Demographics made ready for many comparisons. Immutable; holds personal data and prints none. */
public final class Prepared {

    private static final int MAX_NAMES = 6;
    private static final int MAX_BIRTHS = 6;

    private final PreparedName[] names;
    private final PreparedBirth[] births;
    private final Sex sex;
    private final Set<String> nationalities;
    private final Document[] documents;

    private Prepared(
            PreparedName[] names, PreparedBirth[] births, Sex sex, Set<String> nationalities, Document[] documents) {
        this.names = names;
        this.births = births;
        this.sex = sex;
        this.nationalities = nationalities;
        this.documents = documents;
    }

    static Prepared of(Demographics person, TermFrequencies frequencies, BirthFrequencies days, Parameters parameters) {
        List<PreparedName> names = new ArrayList<>(2);
        for (PersonName name : person.names()) {
            List<NameToken> tokens = NameReader.shared().read(name, person.nationalities());
            if (!tokens.isEmpty() && names.size() < MAX_NAMES) {
                names.add(PreparedName.of(tokens, frequencies, parameters));
            }
        }
        PreparedBirth[] births = person.births().stream()
                .filter(BirthDate::known)
                .limit(MAX_BIRTHS)
                .map(birth -> PreparedBirth.of(birth, days))
                .toArray(PreparedBirth[]::new);
        return new Prepared(
                names.toArray(PreparedName[]::new),
                births,
                person.sex(),
                person.nationalities(),
                person.documents().toArray(Document[]::new));
    }

    PreparedName[] names() {
        return names;
    }

    PreparedBirth[] births() {
        return births;
    }

    Sex sex() {
        return sex;
    }

    Set<String> nationalities() {
        return nationalities;
    }

    Document[] documents() {
        return documents;
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "Prepared[redacted]";
    }
}
