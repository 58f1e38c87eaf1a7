package eu.waymark.matching.score;

/** Why a pair is held down whatever its fields add up to. */
public enum Guard implements Level {
    /** One family, other given names (or one name in two genders): twins and siblings are different children. */
    RELATIVE,
    /** Births more than two years apart. */
    OTHER_BIRTH,
    /** Given name, family name and birth do not all agree, or the sex differs: never certain. */
    INCOMPLETE;

    @Override
    public Agreement agreement() {
        return Agreement.NOT_COMPARED;
    }
}
