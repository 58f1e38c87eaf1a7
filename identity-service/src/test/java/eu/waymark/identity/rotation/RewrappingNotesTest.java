package eu.waymark.identity.rotation;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.Rows;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.rotation.RewrappingKeys;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row key is replaced, and what people wrote can still be read. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class RewrappingNotesTest {

    private static final String AGENCY = "GB-ROTATING";
    private static final String API = "/api/identity/v1/";

    private final Tokens worker = Callers.of(AGENCY, "practitioner", PURPOSE);
    private final Tokens colleague = Callers.of(AGENCY, "practitioner", PURPOSE);

    @Inject
    RewrappingKeys rewrapping;

    @ConfigProperty(name = "waymark.secrets.row-key")
    String rowKey;

    /** Other tests write decisions into the database by hand, with no key. */
    @BeforeEach
    void everyDecisionHasAKey() throws SQLException {
        var cipher = new RowCipher(rowKey);
        for (var edge : Rows.of("select id from guarded.edge where length(wrapped_key) = 1")) {
            var key = cipher.newKey(("edge:" + edge).getBytes(StandardCharsets.US_ASCII));
            Rows.change("update guarded.edge set wrapped_key = '\\x%s' where id = '%s'"
                    .formatted(HexFormat.of().formatHex(key), edge));
        }
    }

    @Test
    void everyKeyIsWrappedAnewInTwoPassesAndTheNotesStayReadable() throws SQLException {
        // Given
        var one = Children.recorded(worker, named("Radegund", "Keeling", "2013-04-05", 2));
        var other = Children.recorded(worker, named("Radegunda", "Keeling", "2013-04-05", 2));
        var review = leavesANote(one, other);
        doubts(one);
        var decided = leavesANote(one, Children.recorded(worker, named("Radegundis", "Keeling", "2013-04-05", 2)));
        post(colleague, "reviews/" + decided + "/claim", "").statusCode(200);
        post(
                        colleague,
                        "reviews/" + decided + "/decision",
                        "{\"verdict\":\"different\",\"reason\":\"two-children-met\"}")
                .statusCode(200);
        var fresh = key();

        // When: one run is one pass
        var rotating = new RowCipher(fresh + "," + rowKey);
        rewrap(rotating);

        // Then
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(rotating.currentId()));
        assertThat(finished(rotating)).doesNotContain("edge", "pair_review", "age_move");

        // When
        rewrap(rotating);

        // Then
        assertThat(finished(rotating)).hasSameSizeAs(RewrappingNotes.KEYS);

        // Then: and back, for the service of this test has the old key only
        var back = new RowCipher(rowKey + "," + fresh);
        rewrap(back);
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(back.currentId()));
        post(colleague, "reviews/" + review + "/claim", "").statusCode(200);
        Api.as(colleague, PURPOSE)
                .get(API + "reviews/" + review)
                .then()
                .statusCode(200)
                .body("note", is("Ask the aunt."));
    }

    @Test
    void nothingElseOfADecisionOrAMoveCanBeChanged() {
        // Given
        var one = Children.recorded(worker, named("Cunegund", "Keeling", "2014-04-05", 2));
        leavesANote(one, Children.recorded(worker, named("Cunegunda", "Keeling", "2014-04-05", 2)));
        doubts(one);

        // Then
        assertThatThrownBy(() -> Rows.change("update guarded.edge set bits = bits + 1"))
                .hasMessageContaining("only added");
        assertThatThrownBy(() -> Rows.change("update guarded.age_move set age_from = 12, age_to = 13"))
                .hasMessageContaining("only added");
    }

    private void rewrap(RowCipher cipher) {
        rewrapping.with(cipher).run(IdentityEvent.KEYS_REWRAPPED, RewrappingNotes.KEYS);
    }

    private String leavesANote(String one, String other) {
        var pair = "{\"recordId\":\"" + one + "\",\"otherRecordId\":\"" + other + "\"}";
        var review = post(worker, "reviews", pair).statusCode(201).extract().<String>path("id");
        post(worker, "reviews/" + review + "/claim", "").statusCode(200);
        post(
                        worker,
                        "reviews/" + review + "/decision",
                        "{\"verdict\":\"unsure\",\"reason\":\"too-little-known\",\"note\":\"Ask the aunt.\"}")
                .statusCode(200);
        return review;
    }

    private void doubts(String record) {
        var identity = Api.as(worker, PURPOSE)
                .get(API + "identities/of-record/" + record)
                .then()
                .extract()
                .<String>path("id");
        post(
                        worker,
                        "identities/" + identity + "/age-status",
                        "{\"state\":\"doubt-raised\",\"note\":\"The passport looks new.\"}")
                .statusCode(200);
    }

    private static ValidatableResponse post(Tokens by, String path, String body) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"0\"")
                .body(body)
                .post(API + path)
                .then();
    }

    private static List<String> prefixes() throws SQLException {
        return Rows.of("""
                select distinct encode(substring(wrapped_key for 4), 'hex') from (
                    select wrapped_key from guarded.edge union all
                    select wrapped_key from guarded.pair_review union all
                    select wrapped_key from guarded.age_move) as all_keys
                where wrapped_key is not null""");
    }

    private static List<String> finished(RowCipher cipher) throws SQLException {
        return Rows.of("select keys_of from row_key_pass where finished_at is not null and encode(row_key, 'hex') = '"
                + HexFormat.of().formatHex(cipher.currentId()) + "'");
    }

    private static String key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
