package eu.waymark.matching.name;

/** What a token of a name is, as far as the source says. */
public enum NameRole {
    GIVEN,
    FAMILY,
    /** From a full text: could be either. */
    UNKNOWN
}
