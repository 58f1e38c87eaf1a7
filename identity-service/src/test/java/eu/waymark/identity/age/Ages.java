package eu.waymark.identity.age;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;

import eu.waymark.identity.Children;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;

/** What is said of a child's age, and how. */
final class Ages {

    static final String AGENCY = "GB-AGES";
    private static final String SAFE = "\"safeguards\":{\"guardianPresent\":true,\"interpreter\":true,"
            + "\"leastIntrusive\":true,\"multidisciplinary\":true},\"method\":\"holistic\"";
    static final String DOUBT = "{\"state\":\"doubt-raised\",\"traffickingIndicator\":true}";
    static final String PENDING = "{\"state\":\"assessment-pending\"}";
    static final String CHILD = "{\"state\":\"assessed-child\",\"ageFrom\":16,\"ageTo\":19," + SAFE + "}";
    static final String ADULT = "{\"state\":\"assessed-adult\",\"ageFrom\":19,\"ageTo\":24," + SAFE + "}";
    static final String FINAL = "{\"state\":\"assessed-adult-final\"}";
    static final String DISPUTE = "{\"state\":\"disputed\"}";
    static final String DOCUMENTED =
            "{\"state\":\"documented\",\"verifiedWithIssuer\":true,\"ageFrom\":15,\"ageTo\":15}";

    private Ages() {}

    static void linkAsOwner(String one, String other, String verdict) throws SQLException {
        Rows.change("""
                insert into guarded.edge (id, record_a, record_b, verdict, reason, decided_by, agency, confirmed_by,
                    confirmed_agency, model_version, bits, wrapped_key, evidence, decided_at)
                values (gen_random_uuid(), least('%1$s'::uuid, '%2$s'), greatest('%1$s'::uuid, '%2$s'), '%3$s', 'RECORDS_AGREE', 'one', 'A',
                    'two', 'B', '1', 0, '\\x00', '\\x00', now())""".formatted(one, other, verdict));
    }

    static String record(Tokens by) {
        return Children.recorded(by, named("Ermintrude", "Ludgrove", "2009", 2));
    }

    static String identity(Tokens by, String record) {
        return Api.as(by, PURPOSE)
                .get("/api/identity/v1/identities/of-record/" + record)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    static String path(String identity) {
        return "/api/identity/v1/identities/" + identity + "/age-status";
    }

    static ValidatableResponse age(Tokens by, String identity) {
        return Api.as(by, PURPOSE).get(path(identity)).then().statusCode(200);
    }

    static ValidatableResponse move(Tokens by, String identity, int seen, String status) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body(status)
                .post(path(identity))
                .then();
    }
}
