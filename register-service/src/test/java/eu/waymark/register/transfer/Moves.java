package eu.waymark.register.transfer;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;

/** What Kent and Leeds do with a transfer. */
public final class Moves {

    static final String TRANSFERS = "/api/register/v1/transfers";
    static final String PURPOSE = "CP-TRANSFER";

    private Moves() {}

    static Tokens kent() {
        return worker("sarah", "GB-KENT", "practitioner");
    }

    public static Tokens leeds() {
        return worker("tom", "GB-LEEDS", "practitioner");
    }

    static Tokens worker(String name, String agency, String role) {
        return Tokens.person(name)
                .agency(agency)
                .country(agency.substring(0, 2))
                .roles(role)
                .purposes(PURPOSE, "CP-PLAN");
    }

    /** A new entry of Kent's. */
    static String entry() {
        return Api.as(kent(), PURPOSE)
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A new entry of Kent's that Leeds is asked to take over. */
    static String proposed() {
        return proposed(entry());
    }

    public static String proposed(String entry) {
        return propose(kent(), entry, "GB-LEEDS").statusCode(201).extract().path("id");
    }

    /** Has another agency of the country take an entry of Kent's over. */
    public static void handedOver(String entry, String to) {
        var taker = worker("taker", to, "practitioner");
        var id = propose(kent(), entry, to).statusCode(201).extract().<String>path("id");
        receive(taker, id, 0).statusCode(200);
        accept(taker, id, 1).statusCode(200);
    }

    static ValidatableResponse propose(Tokens by, String entry, String to) {
        return Api.as(by, PURPOSE)
                .body("{\"toAgency\":\"%s\",\"reason\":\"child-moved\"}".formatted(to))
                .post(Scene.ENTRIES + "/" + entry + "/transfers")
                .then();
    }

    public static ValidatableResponse receive(Tokens by, String id, int seen) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .post(TRANSFERS + "/" + id + "/reception")
                .then();
    }

    public static ValidatableResponse accept(Tokens by, String id, int seen) {
        return decide(by, id, seen, "{\"decision\":\"accept\",\"conferenceOn\":\"" + LocalDate.now() + "\"}");
    }

    static ValidatableResponse reject(Tokens by, String id, int seen) {
        return decide(by, id, seen, "{\"decision\":\"reject\",\"reason\":\"child-not-here\"}");
    }

    static ValidatableResponse decide(Tokens by, String id, int seen, String decision) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body(decision)
                .post(TRANSFERS + "/" + id + "/decisions")
                .then();
    }

    public static ValidatableResponse withdraw(Tokens by, String id, int seen) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body("{\"reason\":\"child-returned\"}")
                .post(TRANSFERS + "/" + id + "/withdrawal")
                .then();
    }

    static ValidatableResponse read(Tokens by, String id) {
        return Api.as(by, PURPOSE).get(TRANSFERS + "/" + id).then();
    }

    public static ValidatableResponse readEntry(Tokens by, String entry) {
        return Api.as(by, PURPOSE).get(Scene.ENTRIES + "/" + entry).then();
    }

    static String unknown() {
        return UUID.randomUUID().toString();
    }
}
