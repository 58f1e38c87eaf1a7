package eu.waymark.matching.score;

import eu.waymark.matching.Document;
import eu.waymark.matching.Sex;
import java.util.Set;

/** Demographics made ready for many comparisons. Immutable; holds personal data and prints none. */
public final class Prepared {

    static final int MAX_NAMES = 6;
    static final int MAX_BIRTHS = 6;

    private final PreparedName[] names;
    private final PreparedBirth[] births;
    private final Sex sex;
    private final Set<String> nationalities;
    private final Document[] documents;

    Prepared(PreparedName[] names, PreparedBirth[] births, Sex sex, Set<String> nationalities, Document[] documents) {
        this.names = names;
        this.births = births;
        this.sex = sex;
        this.nationalities = nationalities;
        this.documents = documents;
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
