package eu.waymark.referral.trafficking;

/** Examples of the OpenAPI document, invented. */
final class Examples {

    static final String ID = "7d1f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b22";
    static final String PERSON = "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90";
    static final String AT = "2026-03-02T09:30:00Z";
    static final String FORM = """
            {"age": "not-sure", "birthDate": "2010", "concerns": ["trafficking"], "acts": ["transportation", "harbouring"],
             "exploitation": ["eu-forced-labour-or-services", "uk-wages-taken"], "phases": ["movement", "exploitation"],
             "indicators": ["documents-held-by-another", "fear"], "account": "Says that she worked in a kitchen.",
             "firstResponder": "Outreach team, night shift", "localAuthority": "GB-LDS-CSC",
             "otherPossibleVictims": {"howMany": 3}, "safeContact": {"safe": false},
             "explained": {"how": "With pictures, twice", "on": "2026-03-02", "by": "Outreach worker", "language": "ti"},
             "accommodation": {"needed": true, "type": "unknown-age-safe-house", "plan": "Own room, same worker."}}""";
    static final String DRAFT = "{\"personRecordId\": \"" + PERSON + "\", \"form\": " + FORM + "}";
    static final String DECISION = """
            {"stage": "reasonable-grounds", "finding": "positive", "decidedAt": "2026-03-06T10:00:00Z",
             "source": "Letter of the competent authority of 6 March"}""";

    private Examples() {}
}
