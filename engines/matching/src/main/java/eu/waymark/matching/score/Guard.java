package eu.waymark.matching.score;

/** Why a pair is held down whatever its fields add up to; the first that applies. */
public enum Guard implements Level {
    /** No given and family name, and not one of them with a birth: anybody could be meant. */
    TOO_LITTLE(false),
    /** Births that no slip makes one. */
    OTHER_BIRTH(false),
    /** One family, other given names (or one name in two genders): twins and siblings are different children. */
    RELATIVE(false),
    /** Another family name, and a given name or a birth too common to say that one child changed its name. */
    OTHER_FAMILY(false),
    /** Given name, family name and an exact day of birth do not all agree, or the sex differs: never certain. */
    INCOMPLETE(true);

    private final boolean possible;

    Guard(boolean possible) {
        this.possible = possible;
    }

    /** Whether it lets a pair stay possible. */
    public boolean leavesPossible() {
        return possible;
    }

    @Override
    public Agreement agreement() {
        return Agreement.NOT_COMPARED;
    }
}
