package eu.waymark.matching.score;

/** Compares all fields of two people. Symmetric. */
final class Comparing {

    private final Parameters parameters;
    private final BirthComparison births;
    private final FieldComparison fields;

    Comparing(Parameters parameters) {
        this.parameters = parameters;
        this.births = new BirthComparison(parameters);
        this.fields = new FieldComparison(parameters);
    }

    Comparison compare(Prepared left, Prepared right) {
        NameEvidence best = NameEvidence.NONE;
        int bestLeft = -1;
        int bestRight = -1;
        PreparedName[] ours = left.names();
        PreparedName[] theirs = right.names();
        for (int i = 0; i < ours.length; i++) {
            for (int j = 0; j < theirs.length; j++) {
                NameEvidence here = new NameComparison(ours[i], theirs[j], parameters).compare();
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
