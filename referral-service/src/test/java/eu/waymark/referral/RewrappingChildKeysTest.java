package eu.waymark.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.rotation.RewrappingKeys;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
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

/** A row key is replaced, and what agencies wrote to each other can still be read. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class RewrappingChildKeysTest {

    @Inject
    RewrappingKeys rewrapping;

    @ConfigProperty(name = "waymark.secrets.row-key")
    String rowKey;

    @Test
    void everyKeyIsWrappedAnewAndTheTextsStayReadable() throws SQLException {
        // Given
        Directory.isKnown();
        var location = Workers.leeds()
                .body("""
                        {"personRecordId": "%s", "toAgency": "%s", "kind": "assessment", "urgency": "urgent",
                         "reason": "Moved with her mother."}""".formatted(Identity.personOf(Workers.LEEDS), Workers.LYON))
                .post("/api/referral/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var fresh = key();
        var rotating = new RowCipher(fresh + "," + rowKey);

        // When
        rewrapping.with(rotating).run(ReferralEvent.KEYS_REWRAPPED, RewrappingChildKeys.KEYS);

        // Then
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(rotating.currentId()));

        // Then: and back, for the service of this test has the old key only
        var back = new RowCipher(rowKey + "," + fresh);
        rewrapping.with(back).run(ReferralEvent.KEYS_REWRAPPED, RewrappingChildKeys.KEYS);
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(back.currentId()));
        Workers.leeds().get(location).then().statusCode(200).body("reason", is("Moved with her mother."));
    }

    private static List<String> prefixes() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select distinct encode(substring(wrapped_key for 4), 'hex') from guarded.person_key")) {
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
