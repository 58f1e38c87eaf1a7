package eu.waymark.identity.demographics;

/** What kind of name it is. */
public enum NameType {
    /** In the person's papers today. */
    OFFICIAL,
    /** Given at birth. */
    BIRTH,
    MARRIED,
    /** Was valid once. */
    FORMER,
    /** Another name that the person goes by. */
    ALIAS,
    /** Given by, or for, those who exploit the person: a sign of trafficking, never of guilt. */
    EXPLOITATION_ALIAS,
    RELIGIOUS,
    NICKNAME
}
