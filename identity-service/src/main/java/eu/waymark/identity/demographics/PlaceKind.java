package eu.waymark.identity.demographics;

/** What a place is to a person. Not where they live: that would find a hidden child. */
enum PlaceKind {
    BIRTH,
    /** Where the family comes from. */
    ORIGIN
}
