package eu.waymark.sandbox.trial;

import java.util.List;

/**
 * One request that a person of the demonstration sends again and again.
 *
 * @param body sent with POST; empty for GET
 * @param weight how many of two hundred requests
 */
record Question(String person, String purpose, String path, String body, int weight) {

    private static final String SEARCHED =
            "{\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[\"2014-05-12\"],\"sex\":2,\"nationalities\":[\"UA\"]}";

    /**
     * What is done most in a day's work: reading. Each is an event of Kent or Lyon, and so work for the audit service. Few
     * search, in turn: that is limited for each person, and costs ten times as much.
     */
    static List<Question> about(String entry) {
        return List.of(
                new Question("sarah.gb", "CP-ASSESS", "/api/register/v1/entries/" + entry, "", 118),
                new Question("claire.fr", "CP-ASSESS", "/api/identity/v1/searches", SEARCHED, 1),
                new Question("sarah.gb", "CP-ASSESS", "/api/identity/v1/searches", SEARCHED, 1),
                new Question("sarah.gb", "CP-ASSESS", "/api/register/v1/notifications", "", 60),
                new Question("claire.fr", "CP-ASSESS", "/api/referral/v1/referrals", "", 20));
    }

    boolean asks() {
        return !body.isEmpty();
    }

    /** Without the body, which names somebody. */
    @Override
    public String toString() {
        return person + " " + path;
    }
}
