package eu.waymark.referral.request;

/** Examples of the OpenAPI document, invented, and the shapes of codes. */
final class Examples {

    static final String ID = "0d5a7b1e-91a4-4c5e-8a5c-6a3c1b1f7d20";
    static final String PERSON = "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90";
    static final String SENDER = "GB-LDS-CSC";
    static final String RECIPIENT = "PL-CA";
    static final String KIND = "need-for-protection";
    static final String BASIS = "hague-1996-34";
    static final String CHILD = "Ana K., a girl, born in the spring of 2014 in Gdansk.";
    static final String REASON = "A plan is prepared in Leeds; she lived in Gdansk until May.";
    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String TIME = "2026-03-02T09:30:00Z";

    static final String AGENCY = "^[A-Z]{2}-[A-Z0-9-]{1,30}$";
    static final String LANGUAGE = "[a-z]{2,3}";
    static final String HASH_SHAPE = "[0-9a-f]{64}";
    static final String REASONS = "not-the-child|not-found|no-legal-basis|not-necessary|not-competent"
            + "|transmission-creates-danger|contact-central-authority|court-order-forbids";

    private Examples() {}
}
