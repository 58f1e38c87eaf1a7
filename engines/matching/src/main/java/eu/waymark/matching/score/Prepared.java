package eu.waymark.matching.score;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Document;
import eu.waymark.matching.Sex;
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

    static Prepared of(
            List<PreparedName> names,
            List<BirthDate> claims,
            Sex sex,
            Set<String> nationalities,
            List<Document> documents,
            PreparedBirths births) {
        return new Prepared(
                names.stream().limit(MAX_NAMES).toArray(PreparedName[]::new),
                claims.stream()
                        .filter(BirthDate::known)
                        .limit(MAX_BIRTHS)
                        .map(births::of)
                        .toArray(PreparedBirth[]::new),
                sex,
                nationalities,
                documents.toArray(Document[]::new));
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
