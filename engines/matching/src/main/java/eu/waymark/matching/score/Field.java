package eu.waymark.matching.score;

/** What a contribution is about. */
public enum Field {
    /** How likely anybody at all is this child, before looking: one in the population. */
    PRIOR,
    GIVEN_NAME,
    FAMILY_NAME,
    /** The father's name as Slavic and Arabic names carry it: missing it says nothing, another one contradicts. */
    PATRONYMIC,
    /** A word of a name of which no source says whether it is given or family. */
    NAME,
    BIRTH_DATE,
    SEX,
    NATIONALITY,
    DOCUMENT,
    /** A twin, a sibling or another relative explains what was found as well, so it says less. */
    RELATIVES,
    /** A rule that holds the weight down whatever the fields say. */
    GUARD
}
