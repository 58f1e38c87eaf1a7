package eu.waymark.referral.request;

/** From which side an agency sees a request. */
enum Side {
    ASKER,
    RECIPIENT,
    /** The central authority that a refusal or silence was taken to. */
    AUTHORITY,
    /** An authority that passed the request on: it sees that it did, and no content. */
    FORMER
}
