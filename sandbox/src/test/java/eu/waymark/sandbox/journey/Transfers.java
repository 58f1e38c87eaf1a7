package eu.waymark.sandbox.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Kent and Leeds do with a transfer, each step expected to go well. */
final class Transfers {

    static final String PATH = "/api/register/v1/transfers/";

    private Transfers() {}

    /** Proposed to Leeds; its path is returned. */
    static String proposed(Person by, String entry) {
        return PATH
                + by.post(entry + "/transfers", proposal("GB-LEEDS"))
                        .expect(201)
                        .id();
    }

    static Answer received(Person by, String transfer) {
        return by.having(by.get(transfer).expect(200))
                .post(transfer + "/reception", Casework.json())
                .expect(200);
    }

    static Answer withdrawn(Person by, String transfer, String reason) {
        return by.having(by.get(transfer).expect(200))
                .post(transfer + "/withdrawal", Casework.json().put("reason", reason))
                .expect(200);
    }

    static ObjectNode proposal(String to) {
        return Casework.json().put("toAgency", to).put("reason", "child-moved");
    }

    static ObjectNode acceptance() {
        return Casework.json()
                .put("decision", "accept")
                .put("conferenceOn", Casework.today().toString());
    }

    static String holder(Person by, String entry) {
        return by.get(entry).expect(200).string("holder");
    }
}
