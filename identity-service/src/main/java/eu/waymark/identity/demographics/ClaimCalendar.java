package eu.waymark.identity.demographics;

/** A calendar in which a birth may be written, as the matching engine knows them. */
enum ClaimCalendar {
    GREGORIAN,
    /** Solar Hijri, of Iran and Afghanistan. */
    PERSIAN,
    /** Of Ethiopia and Eritrea. */
    ETHIOPIC,
    UMM_AL_QURA,
    /** Of Thailand. */
    BUDDHIST
}
