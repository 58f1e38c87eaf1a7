package eu.waymark.access;

/** Why a decision came out as it did. For the audit trail, not for the asker: it may tell what must not be told. */
public enum Reason {
    PERMITTED,
    /** Less is permitted than was asked for. */
    NARROWED,
    /** No rule of the policy permits it. */
    NO_RULE,
    /** A value was unknown or absent. */
    UNKNOWN_VALUE,
    IMMIGRATION_ENFORCEMENT,
    ROLE_READS_NO_CHILD_DATA,
    EXCLUDED,
    PROTECTION_CLAIMED
}
