package eu.waymark.identity.demographics;

/** How far a claim about a birth is to be trusted. */
enum ClaimQuality {
    /** Confirmed by its issuer. */
    VERIFIED,
    /** Stands in a document that nobody has confirmed. */
    DOCUMENTED,
    STATED,
    ESTIMATED,
    /** Somebody contradicts it. */
    DISPUTED
}
