package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the audit log is too far behind, existence is still told and content is not (invariants 2 and 4). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
@TestProfile(ChecksGoOnTest.LogFarBehind.class)
class ChecksGoOnTest {

    /** No lag is short enough. */
    public static class LogFarBehind implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("waymark.audit.max-lag", "PT-1S");
        }
    }

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void aCheckIsAnsweredAndOnRecord() throws SQLException {
        // Given
        var person = Scene.entered();
        Scene.found(person, Scene.CERTAIN);

        // When
        Api.as(Scene.claire("claire-goes-on"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("result", equalTo("hit"))
                .body("matches", hasSize(1));

        // Then
        assertThat(Scene.events("claire-goes-on")).contains("register.check.answered", Scene.tag(person));
    }

    @Test
    void contentIsNot() {
        Scene.entered();
        Api.as(Scene.sarah(), "CP-PLAN").get(ENTRIES).then().statusCode(503).body("code", equalTo("audit-unavailable"));
    }
}
