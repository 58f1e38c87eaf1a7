package eu.waymark.identity.demographics;

/** What a document is. */
enum DocumentType {
    PASSPORT,
    ID_CARD,
    RESIDENCE_PERMIT,
    VISA,
    REFUGEE_TRAVEL_DOCUMENT,
    LAISSEZ_PASSER,
    ASYLUM_REGISTRATION,
    BIRTH_CERTIFICATE,
    /** A person number, with or without a document that shows it. */
    NATIONAL_NUMBER,
    HEALTH_NUMBER,
    OTHER
}
