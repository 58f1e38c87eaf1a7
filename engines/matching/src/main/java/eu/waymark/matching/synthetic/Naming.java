package eu.waymark.matching.synthetic;

/** How the names of a child are made where its family comes from. */
enum Naming {
    /** A given name, sometimes two, and the family's surname. */
    FAMILY,
    /** The father's surname and the mother's behind it. */
    TWO_SURNAMES,
    /** A patronymic made from the father's name stands between given name and surname. */
    PATRONYMIC,
    /** The father's given name often stands behind the child's own. */
    FATHERS_NAME,
    /** No surname: the father's given name and the grandfather's. */
    CHAIN
}
