package eu.waymark.register;

import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.rotation.RewrappingKeys;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A row key is replaced, and the summaries of entries can still be read. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class RewrappingEntriesTest {

    @Inject
    RewrappingKeys rewrapping;

    @ConfigProperty(name = "waymark.secrets.row-key")
    String rowKey;

    @Test
    void everyKeyIsWrappedAnewAndTheTextsStayReadable() throws SQLException {
        // Given
        Scene.directory();
        var entry = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        portal();
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
