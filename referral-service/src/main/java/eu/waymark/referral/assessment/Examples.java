package eu.waymark.referral.assessment;

/** Examples of the OpenAPI document, invented. */
final class Examples {

    static final String ID = "2c7f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b22";
    static final String PERSON = "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90";
    static final String LEAD = "GB-LDS-CSC";
    static final String POLICE = "GB-WYP";
    static final String REASON = "Missing three times since January; different stories about where she lives.";
    static final String AT = "2026-03-02T09:30:00Z";
    static final String DUE = "2026-05-07T22:59:59Z";

    static final String OPEN = """
            {"personRecordId": "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90", "reason": "Missing three times since January.",
             "agencies": ["GB-WYP", "GB-LDS-NHS"]}""";
    static final String CLOSE = """
            {"lateSections": [{"agency": "GB-LDS-NHS", "reason": "Asked on 1 and 20 April; no answer, the paediatrician \
            was seen instead."}], "learned": "lesson-proposed"}""";

    private Examples() {}
}
