package eu.waymark.register.disclosure;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;

/** What Lyon asks for, and what Kent decides. */
final class Shares {

    static final String PURPOSE = "CP-ASSESS";
    static final String BASIS = "hague-1996-34";

    private Shares() {}

    static Tokens kent() {
        return worker("sarah", "GB-KENT", "practitioner");
    }

    static Tokens authority() {
        return worker("helen", "GB-CA", "central-authority").agencyType("central-authority");
    }

    static Tokens worker(String name, String agency, String role) {
        return Tokens.person(name)
                .agency(agency)
                .country(agency.substring(0, 2))
                .roles(role)
                .purposes(PURPOSE, "CP-PLAN", "CP-EMERGENCY");
    }

    /** An entry of Kent's, for a new person record. */
    static String entry() {
        return Api.as(kent(), PURPOSE)
                .body(Scene.newEntry(person()))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static UUID person() {
        var person = Scene.person("GB-KENT");
        Scene.found(person, Scene.CERTAIN);
        return person;
    }

    /** A hit on the entry that was made last. */
    static String hit(Tokens by) {
        return Api.as(by, PURPOSE)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("matches[0].handle");
    }

    static ValidatableResponse ask(Tokens by, String basis, String handle) {
        return Api.as(by, PURPOSE)
                .header("Legal-Basis", basis)
                .body("{\"handle\":\"" + handle + "\"}")
                .post(Scene.DISCLOSURES)
                .then();
    }

    /** A request of Lyon's about the entry that was made last, as its path. */
    static String asked(Tokens by) {
        return URI.create(ask(by, BASIS, hit(by)).statusCode(201).extract().header("Location"))
                .getPath();
    }

    static ValidatableResponse read(Tokens by, String path) {
        return Api.as(by, PURPOSE).get(path).then();
    }

    static ValidatableResponse share(String path, int seen, String decision, String... sections) {
        return decide(path, seen, """
                {"decision":"%s","sections":["%s"],"necessity":"Lyon assesses the same child."}""".formatted(decision, String.join("\",\"", sections)));
    }

    static ValidatableResponse decide(String path, int seen, String decision) {
        return Api.as(kent(), PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body(decision)
                .post(path + "/decisions")
                .then();
    }

    static ValidatableResponse write(String entry, String section, String text) {
        return Api.as(kent(), PURPOSE)
                .body("{\"text\":\"" + text + "\"}")
                .put(Scene.ENTRIES + "/" + entry + "/sections/" + section)
                .then();
    }

    static ValidatableResponse withhold(Tokens by, String entry, String more) {
        return Api.as(by, PURPOSE)
                .body("""
                        {"entryId":"%s","reason":"investigation-endangered","reasoning":"A cousin works there."%s}""".formatted(entry, more))
                .post(Scene.DISCLOSURES + "/withheld")
                .then();
    }

    static int told(Tokens by, String kind, String path) {
        return Api.as(by, PURPOSE)
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.findAll { it.reference == '" + path.substring(path.lastIndexOf('/') + 1)
                        + "' && it.kind == '" + kind + "' }.size()");
    }

    static void owner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    static void safeguard(String entry, String what) throws SQLException {
        owner("update guarded.entry set " + what + ", version = version + 1 where id = '" + entry + "'");
    }

    /** France and the United Kingdom agree to tell each other the summary, or no longer. */
    static void agreed(String level) throws SQLException {
        owner("update agreement set level = '" + level + "' where id = 'FR-GB-HAGUE'");
    }

    /** The decisions about a request, as Kent reads them. */
    static ValidatableResponse history(String path) {
        return Api.as(kent(), PURPOSE).get(path + "/decisions").then().statusCode(200);
    }

    static int count(String query) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
