package eu.waymark.platform.persistence.fact;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class SealingFactsTest {

    private static final String TAG = "Zk3s0cQ2vY8bq1m5N4tR7w";

    @Inject
    PersonTags tags;

    private final UUID record = UUID.randomUUID();
    private final String tag = TAG.substring(0, 8) + record.toString().substring(0, 8) + "N4tR7w";

    @Test
    void a_person_is_not_sealed_until_somebody_says_so() throws SQLException {
        tell("identity-service", "person.created", "\"tag\":\"%s\",".formatted(tag));
        assertThat(isSealed()).isFalse();
        tell("register-service", "person.sealed", "");
        assertThat(isSealed()).isTrue();
        tell("register-service", "person.unsealed", "");
        assertThat(isSealed()).isFalse();
    }

    @Test
    void a_seal_that_overtakes_the_person_holds() throws SQLException {
        tell("register-service", "person.sealed", "");
        assertThat(tags.find(record)).as("no tag is known yet").isEmpty();
        tell("identity-service", "person.created", "\"tag\":\"%s\",".formatted(tag));
        assertThat(isSealed()).isTrue();
        assertThat(tags.find(record)).contains(tag);
    }

    @Test
    void a_tag_never_changes_and_a_seal_delivered_twice_is_one() throws SQLException {
        tell("identity-service", "person.created", "\"tag\":\"%s\",".formatted(tag));
        tell("register-service", "person.sealed", "");
        tell("register-service", "person.sealed", "");
        tell("identity-service", "person.created", "\"tag\":\"another-tag-of-the-child\",");
        assertThat(tags.find(record)).contains(tag);
        assertThat(isSealed()).isTrue();
    }

    private void tell(String service, String type, String more) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service(service))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"%s",
                          "time":"2026-11-22T12:00:00Z","data":{%s"recordId":"%s"}}]""".formatted(UUID.randomUUID(), service, type, record, more, record))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    private boolean isSealed() throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement("select sealed from person_tag where record_id = ?")) {
            select.setObject(1, record);
            var rows = select.executeQuery();
            return rows.next() && rows.getBoolean(1);
        }
    }
}
