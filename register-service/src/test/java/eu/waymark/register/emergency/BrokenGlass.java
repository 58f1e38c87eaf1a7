package eu.waymark.register.emergency;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;

/** A hospital of Paris whose doctors break the glass at night, and those who look at it afterwards. */
final class BrokenGlass {

    static final String EMERGENCY = "CP-EMERGENCY";
    static final String ACCESSES = "/api/register/v1/emergency-access";
    static final String HOSPITAL = "FR-75-SAMU";
    static final String REASON = "Found alone at the station at night, injured.";

    private BrokenGlass() {}

    static void directory() {
        Scene.directory();
        agency(HOSPITAL, "health");
        agency("FR-CA", "central-authority");
        agency("FR-IGAS", "inspectorate");
    }

    static Tokens hospital(String name, String... roles) {
        return hospitalOf(HOSPITAL, name, roles);
    }

    static Tokens hospitalOf(String agency, String name, String... roles) {
        return Tokens.person(name + "-" + UUID.randomUUID())
                .agency(agency)
                .country("FR")
                .agencyType(agency.equals(HOSPITAL) ? "health" : "inspectorate")
                .roles(roles)
                .purposes(EMERGENCY, "CP-ASSESS");
    }

    static Tokens central(String agency, String country) {
        return Tokens.person("authority-" + agency)
                .agency(agency)
                .country(country)
                .agencyType("central-authority")
                .roles("central-authority")
                .purposes(EMERGENCY, "CP-ASSESS");
    }

    /** The handle of a check of theirs, which finds the child. */
    static String checked(Tokens by) {
        return Api.as(by, EMERGENCY)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("matches[0].handle");
    }

    static String access(String handle) {
        return "{\"reason\":\"" + REASON + "\",\"handle\":\"" + handle + "\"}";
    }

    static ValidatableResponse open(Tokens by, String body) {
        return Api.as(by, EMERGENCY).body(body).post(ACCESSES).then();
    }

    static String opened(Tokens by, String handle) {
        return open(by, access(handle)).statusCode(201).extract().path("id");
    }

    static ValidatableResponse summary(Tokens by, String id) {
        return Api.as(by, EMERGENCY).get(ACCESSES + "/" + id + "/summary").then();
    }

    static ValidatableResponse reviewer(Tokens by, String id) {
        return Api.as(by, EMERGENCY).get(ACCESSES + "/" + id).then().statusCode(200);
    }

    static ValidatableResponse toReview(Tokens by) {
        return Api.as(by, EMERGENCY)
                .queryParam("limit", 200)
                .get(ACCESSES)
                .then()
                .statusCode(200);
    }

    static String review(String outcome) {
        return "{\"outcome\":\"" + outcome + "\",\"reason\":\"Nobody else was to be asked then.\"}";
    }

    static ValidatableResponse review(Tokens by, String id, int version, String outcome) {
        return Api.as(by, EMERGENCY)
                .header("If-Match", "\"" + version + "\"")
                .body(review(outcome))
                .post(ACCESSES + "/" + id + "/reviews")
                .then();
    }

    static int told(Tokens by, String id) {
        return Api.as(by, "CP-ASSESS")
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.findAll { it.reference == '" + id + "' }.size()");
    }

    private static void agency(String code, String type) {
        Scene.changed("agencies/" + code, "{\"name\":\"" + code + "\",\"country\":\"FR\",\"type\":\"" + type + "\"}");
    }

    static void sql(String statement) throws SQLException {
        try (var owner = Database.asOwner();
                var execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }
}
