package eu.waymark.identity;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.Response;

/** Children of the tests, as JSON, and how they come to be on record. */
public final class Children {

    public static final String PURPOSE = "CP-ASSESS";

    private Children() {}

    /** Somebody known by given and family name, birth and sex. */
    public static String named(String given, String family, String birth, int sex) {
        return """
                {"names":[{"given":"%s","family":"%s"}],"births":["%s"],"sex":%d,"nationalities":[]}""".formatted(given, family, birth, sex);
    }

    public static Response search(Tokens by, String child) {
        return Api.as(by, PURPOSE).body(child).post("/api/identity/v1/searches");
    }

    /** A search of the child, for a record that is to follow. */
    public static String searchId(Tokens by, String child) {
        return search(by, child).then().statusCode(201).extract().path("id");
    }

    public static Response record(Tokens by, String searchId, String child) {
        return Api.as(by, PURPOSE).body(following(searchId, child)).post("/api/identity/v1/persons");
    }

    /** The id of a new record of the child. */
    public static String recorded(Tokens by, String child) {
        return record(by, searchId(by, child), child)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The demographics with the id of the search before them. */
    public static String following(String searchId, String child) {
        return "{\"searchId\":\"" + searchId + "\"," + child.substring(1);
    }
}
