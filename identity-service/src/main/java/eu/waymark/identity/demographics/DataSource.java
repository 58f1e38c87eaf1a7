package eu.waymark.identity.demographics;

/** Where something is known from. */
enum DataSource {
    DOCUMENT,
    /** An official register. */
    REGISTER,
    /** The person says so. */
    SELF,
    FAMILY,
    /** A teacher, a doctor, a social worker. */
    PROFESSIONAL,
    OTHER_AGENCY,
    /** An assessment of age. */
    ASSESSMENT,
    UNKNOWN
}
