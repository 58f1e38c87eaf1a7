package eu.waymark.matching.score;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Document;
import eu.waymark.matching.Sex;
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

    /** Plain loops: this is done for everybody who is compared. */
    static Prepared of(
            List<PreparedName> names,
            List<BirthDate> claims,
            Sex sex,
            Set<String> nationalities,
            List<Document> documents,
            PreparedBirths births) {
        var first = names.subList(0, Math.min(MAX_NAMES, names.size()));
        var known = new ArrayList<PreparedBirth>(claims.size());
        for (BirthDate claim : claims) {
            if (claim.known() && known.size() < MAX_BIRTHS) {
                known.add(births.of(claim));
            }
        }
        return new Prepared(
                first.toArray(PreparedName[]::new),
                known.toArray(PreparedBirth[]::new),
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
