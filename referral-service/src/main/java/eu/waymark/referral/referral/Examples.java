package eu.waymark.referral.referral;

/** Examples of the OpenAPI document, invented. */
final class Examples {

    static final String ID = "5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11";
    static final String PERSON = "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90";
    static final String SENDER = "GB-LDS-CSC";
    static final String RECIPIENT = "FR-69-CRIP";
    static final String REASON = "Moved to Lyon with her mother; please assess at the new home.";
    static final String SENT_AT = "2026-03-02T09:30:00Z";
    static final String DUE_AT = "2026-03-03T22:59:59Z";

    private Examples() {}
}
