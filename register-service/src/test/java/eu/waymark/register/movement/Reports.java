package eu.waymark.register.movement;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;

/** What Kent reports, and who is told. */
final class Reports {

    static final String MOVEMENTS = "/api/register/v1/movements";
    static final String PURPOSE = "CP-TRANSFER";

    private Reports() {}

    static Tokens kent() {
        return worker("sarah", "GB-KENT", "practitioner");
    }

    static Tokens lyon() {
        return worker("claire", "FR-69-CRIP", "practitioner");
    }

    static Tokens centralAuthority(String country) {
        return worker("authority-" + country, country + "-CA", "central-authority")
                .agencyType("central-authority");
    }

    static Tokens worker(String name, String agency, String role) {
        return Tokens.person(name)
                .agency(agency)
                .country(agency.substring(0, 2))
                .roles(role)
                .purposes(PURPOSE, "CP-PLAN", "CP-ASSESS");
    }

    /** Scene's directory; and in France a desk at Lyon and a central authority, in Morocco and the Netherlands no desk. */
    static void directory() {
        Scene.directory();
        put("agencies/FR-CA", "{\"name\":\"FR-CA\",\"country\":\"FR\",\"type\":\"central-authority\"}");
        put("agencies/NL-CA", "{\"name\":\"NL-CA\",\"country\":\"NL\",\"type\":\"central-authority\"}");
        put("agencies/MX-CA", "{\"name\":\"MX-CA\",\"country\":\"MX\",\"type\":\"central-authority\"}");
        put("desks/FR-69-DESK", """
                {"agency":"FR-69-CRIP","name":"CRIP Lyon","kind":"duty","phone":"+33 4 00 00 00 00","email":"crip@example.org",
                 "hours":"day","languages":["fr"]}""");
    }

    private static void put(String path, String body) {
        Scene.changed(path, body);
    }

    /** A new entry of Kent's. */
    static String entry() {
        return entry("");
    }

    /** @param more further fields, each with a comma before it */
    static String entry(String more) {
        var body = Scene.newEntry(Scene.person("GB-KENT")).strip();
        return Api.as(kent(), PURPOSE)
                .body(body.substring(0, body.length() - 1) + more + "}")
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse report(Tokens by, String entry, String kind, String... places) {
        return Api.as(by, PURPOSE)
                .body("{\"entryId\":\"%s\",\"kind\":\"%s\",\"to\":[%s]}"
                        .formatted(entry, kind, String.join(",", places)))
                .post(MOVEMENTS)
                .then();
    }

    static String reported(String... places) {
        return report(kent(), entry(), "has-moved", places)
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String country(String code) {
        return "{\"country\":\"" + code + "\"}";
    }

    static String agency(String code) {
        return "{\"country\":\"" + code.substring(0, 2) + "\",\"agency\":\"" + code + "\"}";
    }

    static ValidatableResponse read(Tokens by, String id) {
        return Api.as(by, PURPOSE).get(MOVEMENTS + "/" + id).then();
    }

    static ValidatableResponse acknowledge(Tokens by, String id) {
        return Api.as(by, PURPOSE)
                .post(MOVEMENTS + "/" + id + "/acknowledgement")
                .then();
    }

    static int told(Tokens by, String kind, String reference) {
        return Api.as(by, PURPOSE)
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path(
                        "items.findAll { it.reference == '" + reference + "' && it.kind == '" + kind + "' }.size()");
    }

    static String unknown() {
        return UUID.randomUUID().toString();
    }

    static void owner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
