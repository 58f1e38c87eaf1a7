package eu.waymark.matching.name;

/** What a token of a name is, as far as the source says. */
public enum NameRole {
    GIVEN,
    FAMILY,
    /** The father's name (Petrovych, bint Ahmed): optional, but two different ones contradict. */
    PATRONYMIC,
    /** From a full text: could be either. */
    UNKNOWN
}
