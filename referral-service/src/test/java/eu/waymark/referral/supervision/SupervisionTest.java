package eu.waymark.referral.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class SupervisionTest {

    private static final String PATH = "/api/referral/v1/supervision";
    private static final String SAID = "The last visit stays with him.";

    private final String agency = Directory.newCode();

    @Test
    void reflectionIsReadByTheTwoAndByNoManager() {
        // Given
        var record = write(as("supervisor", "supervisor"), "reflective", null)
                .statusCode(201)
                .extract()
                .<String>path("id");

        // Then
        as("worker", "practitioner")
                .get(PATH + "/" + record)
                .then()
                .statusCode(200)
                .body("text", equalTo(SAID));
        as("supervisor", "supervisor").get(PATH + "/" + record).then().statusCode(200);
        as("worker", "practitioner")
                .get(PATH)
                .then()
                .body("items.id", contains(record))
                .body("items[0].text", nullValue());
        for (var other : new RequestSpecification[] {
            as("manager", "manager"), as("another", "supervisor"), as("colleague", "practitioner")
        }) {
            other.get(PATH + "/" + record).then().statusCode(404);
        }
        as("manager", "manager").get(PATH).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void oversightIsReadByTheAgencysManagersAndTheWorker() {
        // Given
        var record = write(as("manager", "manager"), "oversight", null)
                .statusCode(201)
                .extract()
                .<String>path("id");

        // Then
        as("worker", "practitioner").get(PATH + "/" + record).then().statusCode(200);
        as("deputy", "manager").get(PATH + "/" + record).then().statusCode(200);
        as("supervisor", "supervisor").get(PATH + "/" + record).then().statusCode(404);
        as("supervisor", "supervisor").get(PATH).then().body("items.id", not(hasItem(record)));
    }

    @Test
    void nobodyWritesUnderTheOtherHat() {
        write(as("manager", "manager"), "reflective", null).statusCode(403).body("code", equalTo("another-role"));
        write(as("both", "supervisor", "manager"), "reflective", null).statusCode(403);
        write(as("supervisor", "supervisor"), "oversight", null).statusCode(403);
        write(as("worker", "practitioner"), "reflective", null).statusCode(403);
    }

    @Test
    void whatWasAgreedAboutAChildIsWorkUntilAllOfItIsDone() throws SQLException {
        // Given
        var child = Identity.personOf(agency);
        var written = write(as("manager", "manager"), "oversight", child)
                .statusCode(201)
                .extract();
        var record = written.<String>path("id");
        assertThat(work(record)).isEqualTo("supervision-actions open 2099-12-05");

        // When
        done(record, written.path("actions[0].id")).statusCode(200).body("actions[0].doneAt", notNullValue());

        // Then
        assertThat(work(record)).isEqualTo("supervision-actions open 2099-12-19");
        done(record, written.path("actions[0].id")).statusCode(409);

        // When
        done(record, written.path("actions[1].id")).statusCode(200);

        // Then
        assertThat(work(record)).startsWith("supervision-actions done");
    }

    @Test
    void whatTwoAgreedInReflectionIsOnNoDesk() throws SQLException {
        // Given
        var written = write(as("supervisor", "supervisor"), "reflective", Identity.personOf(agency));

        // Then
        assertThat(work(written.statusCode(201).extract().path("id"))).isEqualTo("none");
    }

    @Test
    void aForeignChildIsUnknown() {
        var child = Identity.personOf(Directory.newCode());
        write(as("supervisor", "supervisor"), "reflective", child).statusCode(404);
    }

    @Test
    void noTextIsKeptInClear() throws SQLException {
        // Given
        write(as("supervisor", "supervisor"), "reflective", null).statusCode(201);

        // Then
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from guarded.supervision_record r, guarded.supervision_action a"
                                + " where position(cast('visit' as bytea) in r.text) > 0 or position(cast('colleague' as bytea) in a.text) > 0")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private ValidatableResponse done(String record, String action) {
        return as("worker", "practitioner")
                .body("{\"action\": \"%s\"}".formatted(action))
                .post(PATH + "/" + record + "/done")
                .then();
    }

    private ValidatableResponse write(
            RequestSpecification by, String kind, @org.jspecify.annotations.Nullable UUID child) {
        var about = child == null ? "" : "\"personRecordId\": \"%s\",".formatted(child);
        return by.body("""
                        {"kind": "%s", "worker": "worker-%s", %s "heldOn": "2026-03-01", "text": "%s",
                         "actions": [{"text": "Visit with a colleague.", "dueOn": "2099-12-04"},
                                     {"text": "Speak again.", "dueOn": "2099-12-18"}]}""".formatted(kind, agency, about, SAID)).post(PATH).then();
    }

    private RequestSpecification as(String name, String... roles) {
        var token = Tokens.person(name + "-" + agency)
                .agency(agency)
                .country("GB")
                .roles(roles)
                .purposes(Workers.PURPOSE);
        return Workers.asked(Api.as(token, Workers.PURPOSE));
    }

    private static String work(String reference) throws SQLException {
        try (var owner = Database.asOwner();
                var select =
                        owner.prepareStatement("select kind || ' ' || coalesce(outcome, 'open') || ' ' || due_at::date"
                                + " from guarded.work_item where reference = ?")) {
            select.setObject(1, UUID.fromString(reference));
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "none";
            }
        }
    }
}
