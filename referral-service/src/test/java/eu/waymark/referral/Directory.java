package eu.waymark.referral;

import eu.waymark.platform.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Locale;
import java.util.UUID;

/** The register, as far as this service hears of it. */
public final class Directory {

    private Directory() {}

    /** A code that no other test uses. */
    public static String newCode() {
        return "XX-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT).substring(0, 18);
    }

    /** Delivers {@code agency.listed} as the register's relay does. */
    public static void lists(String code, String name, String country) {
        deliver(UUID.randomUUID(), code, name, country, "child-protection");
    }

    public static void deliver(UUID fact, String code, String name, String country, String type) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("register-service"))
                .body("""
                        [{"specversion": "1.0", "id": "%s", "source": "register-service", "type": "agency.listed",
                          "subject": "%s", "time": "2026-03-02T09:00:00Z",
                          "data": {"code": "%s", "name": "%s", "country": "%s", "type": "%s"}}]""".formatted(fact, UUID.nameUUIDFromBytes(code.getBytes()), code, name, country, type))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    /** Delivers {@code desk.listed}: the duty desk of the agency, where work can be put. */
    public static void listsDesk(String code, String agency, String zone) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("register-service"))
                .body("""
                        [{"specversion": "1.0", "id": "%s", "source": "register-service", "type": "desk.listed",
                          "subject": "%s", "time": "2026-03-02T09:00:00Z",
                          "data": {"code": "%s", "agency": "%s", "name": "Duty", "kind": "duty", "languages": ["fr"],
                                   "timeZone": "%s", "validFrom": "2026-01-01", "validTo": null}}]""".formatted(UUID.randomUUID(), UUID.nameUUIDFromBytes(code.getBytes()), code, agency, zone))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    /** The three agencies of the tests. */
    public static void isKnown() {
        lists(Workers.LEEDS, "Leeds Children's Services", "GB");
        lists(Workers.LYON, "CRIP du Rhône", "FR");
        lists(Workers.BERLIN, "Jugendamt Berlin", "DE");
    }
}
