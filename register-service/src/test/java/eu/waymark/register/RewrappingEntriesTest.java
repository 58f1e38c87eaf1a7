package eu.waymark.register;

import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.rotation.RewrappingKeys;
import eu.waymark.platform.persistence.rotation.WrappedKeys;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A row key is replaced, and the summaries of entries and the reasons of decisions can still be read. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class RewrappingEntriesTest {

    private static final String EMERGENCY = "CP-EMERGENCY";

    @Inject
    RewrappingKeys rewrapping;

    @ConfigProperty(name = "waymark.secrets.row-key")
    String rowKey;

    @Test
    void everyKeyIsWrappedAnewAndTheTextsStayReadable() throws SQLException {
        // Given
        Scene.directory();
        var entry = entry();
        portal();
        var access = reviewedAccess();
        var kept = decidedRetention();
        var fresh = key();
        var rotating = new RowCipher(fresh + "," + rowKey);

        // When
        rewrapping.with(rotating).run(RegisterEvent.KEYS_REWRAPPED, RewrappingEntries.KEYS);

        // Then
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(rotating.currentId()));

        // Then: and back, for the service of this test has the old key only
        var back = new RowCipher(rowKey + "," + fresh);
        rewrapping.with(back).run(RegisterEvent.KEYS_REWRAPPED, RewrappingEntries.KEYS);
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(back.currentId()));
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(entry)
                .then()
                .statusCode(200)
                .body("summary", equalTo("Core group meets monthly at the school."));
        Api.as(kent("supervisor"), EMERGENCY)
                .get(access)
                .then()
                .statusCode(200)
                .body("reason", equalTo("Found alone at the station at night."))
                .body("review.reason", equalTo("Nobody else was to be asked then."));
        Api.as(kent("manager"), "CP-PLAN")
                .get(kept)
                .then()
                .statusCode(200)
                .body("decisions.reason", contains("The inquiry is not over."));
    }

    @Test
    void noTableWithAWrappedKeyIsForgotten() throws SQLException {
        var rotated = RewrappingEntries.KEYS.stream().map(WrappedKeys::table).toList();
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select c.table_name from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where c.column_name = 'wrapped_key' and t.table_type = 'BASE TABLE'")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            assertThat(tables).containsExactlyInAnyOrderElementsOf(rotated);
        }
    }

    private static String entry() {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** A broken glass, whose reason and the reason of whose review are sealed too. */
    private static String reviewedAccess() {
        var access = "/api/register/v1/emergency-access/"
                + Api.as(kent("practitioner"), EMERGENCY)
                        .body("{\"reason\":\"Found alone at the station at night.\"}")
                        .post("/api/register/v1/emergency-access")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        Api.as(kent("supervisor"), EMERGENCY)
                .header("If-Match", "\"0\"")
                .body("{\"outcome\":\"justified\",\"reason\":\"Nobody else was to be asked then.\"}")
                .post(access + "/reviews")
                .then()
                .statusCode(200);
        return access;
    }

    /** What has ended is kept longer, with a reason that is sealed too. */
    private static String decidedRetention() throws SQLException {
        var ended = entry();
        var id = ended.substring(ended.lastIndexOf('/') + 1);
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"" + LocalDate.now() + "\"}")
                .post(ended + "/reviews")
                .then()
                .statusCode(200);
        watched(id);
        var kept = "/api/register/v1/retention/" + id;
        Api.as(kent("manager"), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"kind\":\"extend\",\"reason\":\"The inquiry is not over.\",\"dueOn\":\""
                        + LocalDate.now().plusYears(30) + "\"}")
                .post(kept + "/decisions")
                .then()
                .statusCode(200);
        return kept;
    }

    /** As the job that watches retention writes it within the hour. */
    private static void watched(String entry) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "insert into guarded.retention (entry_id, holder, rule, rule_from, due_on, warn_on, version) select '"
                            + entry + "', 'GB-KENT', place, valid_from, current_date + 9131, current_date + 9041, 0"
                            + " from retention_rule where place = 'GB'");
        }
    }

    private static Tokens kent(String role) {
        return Tokens.person(role + "-rewraps")
                .agency("GB-KENT")
                .country("GB")
                .roles(role)
                .purposes("CP-PLAN", EMERGENCY);
    }

    /** A portal, whose secret is sealed too. */
    private static void portal() {
        var registrar =
                Tokens.person("rita-rewraps").agency("GB-KENT").country("GB").roles("registrar");
        Api.as(registrar)
                .body("{\"url\":\"http://127.0.0.1:9/rewrapped\"}")
                .post("/api/register/v1/webhooks")
                .then()
                .statusCode(201);
    }

    private static List<String> prefixes() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select distinct encode(substring(wrapped_key for 4), 'hex') from ("
                        + "select wrapped_key from guarded.entry union all"
                        + " select wrapped_key from guarded.entry_version union all"
                        + " select wrapped_key from guarded.emergency_access union all"
                        + " select wrapped_key from guarded.emergency_review union all"
                        + " select wrapped_key from guarded.retention_decision union all"
                        + " select wrapped_key from webhook_secret) as all_keys")) {
            var prefixes = new ArrayList<String>();
            while (rows.next()) {
                prefixes.add(rows.getString(1));
            }
            return prefixes;
        }
    }

    private static String key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
