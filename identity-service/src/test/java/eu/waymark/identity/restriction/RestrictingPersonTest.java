package eu.waymark.identity.restriction;

import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class RestrictingPersonTest {

    private static final String PURPOSE = "SUBJECT-ACCESS";
    private static final String AGENCY = "GB-LDS";

    private final Tokens supervisor = Callers.of(AGENCY, "supervisor", PURPOSE);

    private static String path(String person) {
        return "/api/identity/v1/persons/" + person + "/restriction";
    }

    private void restrict(String person) {
        Api.as(supervisor, PURPOSE)
                .body(NewRestriction.EXAMPLE)
                .post(path(person))
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"");
    }

    @Test
    void withoutATokenNothingIsRestricted() {
        Api.anonymous()
                .body(NewRestriction.EXAMPLE)
                .post(path(UUID.randomUUID().toString()))
                .then()
                .statusCode(401);
    }

    @Test
    void aPractitionerRestrictsNothing() {
        Api.as(Callers.leeds(), Children.PURPOSE)
                .body(NewRestriction.EXAMPLE)
                .post(path(UUID.randomUUID().toString()))
                .then()
                .statusCode(403);
    }

    @Test
    void aRestrictedRecordIsShownToNoOtherAgencyAndStillAnswersTheRegister() {
        // Given
        var child = named("Theodelinda", "Contested", "2012-08-18", 2);
        var id = Children.recorded(Callers.leeds(), child);
        Children.search(Callers.lyon(), child).then().body("candidates", hasSize(1));

        // When
        restrict(id);

        // Then
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.person.restricted");
        Children.search(Callers.lyon(), child).then().statusCode(201).body("candidates", empty());
        Children.search(Callers.leeds(), child).then().body("candidates.recordId", hasItem(id));
        Api.as(Callers.lyon().client("register-service"), Children.PURPOSE)
                .body(child)
                .post("/internal/v1/searches")
                .then()
                .statusCode(200)
                .body("matches.recordId", hasItem(id));
        Api.as(Callers.leeds(), Children.PURPOSE)
                .get("/api/identity/v1/persons/" + id)
                .then()
                .body("restricted", is(true));
    }

    @Test
    void aRestrictedRecordIsNeitherChangedNorErasedUntilTheRestrictionIsLifted() {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Radegunde", "Frozen", "2012-09-19", 2));
        var correction = "{\"reason\":\"was-wrong\","
                + named("Radegunde", "Thawed", "2012-09-19", 2).substring(1);
        restrict(id);

        // When / Then
        Api.as(leeds, Children.PURPOSE)
                .header("If-Match", "\"1\"")
                .body(correction)
                .put("/api/identity/v1/persons/" + id)
                .then()
                .statusCode(409)
                .body("code", is("restricted"));
        Api.as(supervisor, PURPOSE)
                .body(NewRestriction.EXAMPLE)
                .post(path(id))
                .then()
                .statusCode(409);
        Api.as(supervisor, PURPOSE).delete(path(id)).then().statusCode(428);
        Api.as(supervisor, PURPOSE)
                .header("If-Match", "\"0\"")
                .delete(path(id))
                .then()
                .statusCode(200)
                .body("liftedAt", notNullValue());
        Api.as(leeds, Children.PURPOSE)
                .header("If-Match", "\"1\"")
                .body(correction)
                .put("/api/identity/v1/persons/" + id)
                .then()
                .statusCode(200);
        Api.as(supervisor, PURPOSE).get(path(id)).then().statusCode(200).body("$", hasSize(1));
    }

    @Test
    void anErasureWaitsForTheRestriction() {
        // Given
        var id = Children.recorded(Callers.leeds(), named("Irmengard", "Waiting", "2012-10-20", 2));
        var erasure = "/api/identity/v1/persons/" + id + "/erasure";
        Api.as(supervisor, PURPOSE)
                .body("{\"legalBasis\":\"gdpr-17-1-d\",\"reason\":\"false-report\"}")
                .post(erasure)
                .then()
                .statusCode(201);
        restrict(id);

        // When / Then
        Api.as(Callers.of(AGENCY, "manager", PURPOSE), PURPOSE)
                .header("If-Match", "\"0\"")
                .post(erasure + "/approval")
                .then()
                .statusCode(409)
                .body("code", is("restricted"));
    }

    @Test
    void anotherAgencysRecordIsNotThere() {
        var id = Children.recorded(Callers.lyon(), named("Gerlinde", "Faraway", "2012-11-21", 2));
        Api.as(supervisor, PURPOSE)
                .body(NewRestriction.EXAMPLE)
                .post(path(id))
                .then()
                .statusCode(404);
        Children.search(Callers.leeds(), named("Gerlinde", "Faraway", "2012-11-21", 2))
                .then()
                .body("candidates", not(empty()));
    }
}
