package eu.waymark.referral.trafficking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Stored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Police and others who keep no person records refer too; the local authority makes the record. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class UnrecordedPersonTest {

    @Test
    void policeReferSomebodyOfWhomTheyHaveNoRecord() throws SQLException {
        // Given
        var referred = byPolice();
        var record = Identity.personOf(referred.local());
        Identity.knowsAge(record, "undocumented-claimed-child");
        Referred.worker(referred.local())
                .get(referred.path())
                .then()
                .statusCode(200)
                .body("warnings", hasItem("person-not-recorded"))
                .body("personRecordId", nullValue());

        // When
        name(referred, record)
                .then()
                .statusCode(200)
                .body("personRecordId", equalTo(record.toString()))
                .body("receivedAt", notNullValue())
                .body("warnings", not(hasItem("person-not-recorded")))
                .body("warnings", not(hasItem("raise-age-doubt-by-hand")));

        // Then
        assertThat(Stored.texts("select kind from guarded.work_item where closed_at is null and person_record_id = '"
                        + record + "'"))
                .containsExactly("trafficking-reasonable-grounds");
        assertThat(AuditTrail.facts("notification.requested", referred.id()))
                .extracting(fact ->
                        fact.path("kind").asText() + " " + fact.path("agency").asText())
                .contains("trafficking-referral-taken " + referred.team());
        name(referred, record).then().statusCode(409).body("code", equalTo("trafficking-state"));
    }

    @Test
    void withTheRecordThatWasMadeAllGoes() throws SQLException {
        // Given
        var referred = byPolice();
        var standIn = Stored.texts("select person_record_id::text from guarded.trafficking_referral where id = '"
                        + referred.id() + "'")
                .getFirst();
        var record = Identity.personOf(referred.local());
        name(referred, record).then().statusCode(200).body("warnings", hasItem("raise-age-doubt-by-hand"));

        // When
        Stored.change("delete from guarded.person_key where person_record_id = '" + record + "'");

        // Then
        assertThat(Stored.texts("select id::text from guarded.trafficking_referral where id = '" + referred.id() + "'"))
                .isEmpty();
        assertThat(Stored.texts("select '' from guarded.person_key where person_record_id = '" + standIn + "'"))
                .isEmpty();
    }

    @Test
    void onlyTheLocalAuthorityNamesARecordAndOnlyItsOwn() {
        var referred = byPolice();
        name(referred, Identity.personOf(referred.team())).then().statusCode(404);
        officer(referred.team())
                .body(body(Identity.personOf(referred.team())))
                .post(referred.path() + "/person")
                .then()
                .statusCode(403);
    }

    private static Referred byPolice() {
        var police = Referred.agency("police");
        var local = Referred.agency("child-protection");
        var draft = officer(police)
                .body("{\"form\": " + Referred.form(local, form -> {}) + "}")
                .post(Referred.PATH);
        draft.then().statusCode(201).body("personRecordId", nullValue());
        var referred = new Referred(UUID.fromString(draft.path("id")), new UUID(0, 0), police, local);
        officer(police)
                .header("If-Match", "\"0\"")
                .post(referred.path() + "/sendings")
                .then()
                .statusCode(200)
                .body("treatedAsChild", equalTo(true))
                .body("warnings", equalTo(List.of("person-not-recorded", "contact-not-safe")));
        return referred;
    }

    private static io.restassured.response.Response name(Referred referred, UUID record) {
        return Referred.worker(referred.local()).body(body(record)).post(referred.path() + "/person");
    }

    private static String body(UUID record) {
        return "{\"personRecordId\": \"" + record + "\"}";
    }

    private static io.restassured.specification.RequestSpecification officer(String agency) {
        return Referred.of("police", "officer", agency, "practitioner");
    }
}
