package eu.waymark.referral.onetime;

/** What a one-time code lets its bearer write. A code for one is worth nothing for another. */
public enum CodeUse {
    CONTRIBUTION,
    FEEDBACK
}
