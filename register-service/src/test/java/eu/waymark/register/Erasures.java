package eu.waymark.register;

import static eu.waymark.register.Scene.ENTRIES;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** What leads to an erasure: an entry that has ended, and identity's word that it is approved. */
final class Erasures {

    private Erasures() {}

    /** A new entry of Kent's for this record. */
    static String entered(UUID person) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(person))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static void ended(String entry) {
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"wrong-child\",\"decidedOn\":\"%s\"}"
                        .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(1)))
                .post(ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
    }

    static void approved(UUID person, UUID fact) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("identity-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"identity-service","type":"person.erasure.approved",
                          "subject":"%s","time":"2026-11-22T12:00:00Z","data":{"recordId":"%s","erasureId":"%s"}}]""".formatted(
                                fact,
                                person,
                                person,
                                UUID.nameUUIDFromBytes(person.toString().getBytes())))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    static long rows(String from) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from " + (from.startsWith("public.") ? from : "guarded." + from))) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
