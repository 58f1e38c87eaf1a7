package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.persistence.audit.AuditLag;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the audit log is too far behind, existence is still told and content is not (invariants 2 and 4). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ChecksGoOnTest {

    /** Longer than any limit that an operator would set. */
    private static final Duration FAR = Duration.ofDays(365);

    @Inject
    AuditLag lag;

    @Inject
    Clock clock;

    @BeforeEach
    void theLogFallsBehind() {
        Scene.directory();
        lag.measured(clock.instant().minus(FAR), false);
    }

    @AfterEach
    void theLogCatchesUp() {
        lag.measured(null, false);
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
