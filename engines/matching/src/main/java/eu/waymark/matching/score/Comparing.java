package eu.waymark.matching.score;

/** Compares all fields of two people. Symmetric. */
final class Comparing {

    private final NameOdds names;
    private final BirthComparison births;
    private final FieldComparison fields;
    private final Prospects prospects;

    Comparing(Parameters parameters) {
        this.names = new NameOdds(parameters);
        this.births = new BirthComparison(parameters);
        this.fields = new FieldComparison(parameters);
        this.prospects = new Prospects(births, fields);
    }

    /** Whether the two may be a match; who may not need not be compared, unless as a relative. */
    boolean mayMatch(Prepared left, Prepared right) {
        return prospects.any(left, right);
    }

    int leastWords(Prepared asked, PreparedBirth birth) {
        return Prospects.leastWords(asked, birth);
    }

    Comparison compare(Prepared left, Prepared right) {
        NameEvidence best = NameEvidence.NONE;
        int bestLeft = -1;
        int bestRight = -1;
        PreparedName[] ours = left.names();
        PreparedName[] theirs = right.names();
        for (int i = 0; i < ours.length; i++) {
            for (int j = 0; j < theirs.length; j++) {
                NameEvidence here = new NameComparison(ours[i], theirs[j], names).compare();
                if (bestLeft < 0 || here.isStrongerThan(best)) {
                    best = here;
                    bestLeft = i;
                    bestRight = j;
                }
            }
        }
        return new Comparison(
                best,
                bestLeft,
                bestRight,
                bestLeft >= 0 && (onlyInitials(ours[bestLeft]) || onlyInitials(theirs[bestRight])),
                births.compare(left.births(), right.births()),
                fields.sex(left.sex(), right.sex()),
                fields.nationality(left.nationalities(), right.nationalities()),
                fields.document(left.documents(), right.documents()));
    }

    private static boolean onlyInitials(PreparedName name) {
        for (int i = 0; i < name.length(); i++) {
            if (!name.token(i).forms().isInitial()) {
                return false;
            }
        }
        return true;
    }
}
