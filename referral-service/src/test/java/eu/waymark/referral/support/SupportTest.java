package eu.waymark.referral.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C13, C17: the least that every child gets, whoever works with it, and what it wants to reach. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class SupportTest {

    private static final String GUIDELINE_STEPS = "/api/referral/v1/guideline-steps";

    private static final String REFERRALS = "/api/referral/v1/referrals";
    private static final String GUARDIAN = "items.find { it.code == 'guardian' }";

    private UUID person = new UUID(0, 0);
    private String referral = "";

    @BeforeEach
    void workIsAccepted() {
        Directory.isKnown();
        person = Identity.personOf(Workers.LEEDS);
        referral = accepted(Workers.lyon(), Workers.LYON);
    }

    @Test
    void whatIsMissingIsShownByTheMinimumOfThePlaceWhereTheWorkIsDone() {
        var read = Workers.lyon().get(referral + "/support");

        read.then()
                .statusCode(200)
                .body("country", equalTo("FR"))
                .body("missing", hasItems("guardian", "safe-accommodation", "ad-hoc-administrator"))
                .body("missing", not(hasItem("vormund")));
        assertThat(AuditTrail.of(read.header("Request-Id")).path("type").asText())
                .isEqualTo("referral.support.read");
    }

    @Test
    void whatIsPlannedOrInPlaceIsMissingNoMore() {
        // When
        record(Workers.lyon(), "{\"item\": \"guardian\", \"state\": \"planned\", \"reason\": \"The court is asked.\"}")
                .then()
                .statusCode(200);
        record(Workers.lyon(), "{\"item\": \"guardian\", \"state\": \"in-place\"}")
                .then()
                .statusCode(200);

        // Then
        Workers.leeds()
                .get(referral + "/support")
                .then()
                .body("missing", not(hasItem("guardian")))
                .body(GUARDIAN + ".state", equalTo("in-place"))
                .body(GUARDIAN + ".agency", equalTo(Workers.LYON));
    }

    @Test
    void aRefusalNeedsAReasonAndWhatHasEndedIsMissingAgain() {
        record(Workers.lyon(), "{\"item\": \"guardian\", \"state\": \"refused\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-fields"));
        record(Workers.lyon(), "{\"item\": \"guardian\", \"state\": \"ended\", \"reason\": \"He moved away.\"}")
                .then()
                .statusCode(200)
                .body("missing", hasItem("guardian"))
                .body(GUARDIAN + ".reason", equalTo("He moved away."));
    }

    @Test
    void anotherAgencyThatHelpsTheSameChildSeesThatAndNotWhy() {
        // Given
        record(Workers.lyon(), "{\"item\": \"guardian\", \"state\": \"refused\", \"reason\": \"She fears him.\"}");
        var other = accepted(Workers.berlin(), Workers.BERLIN);

        // When
        var seen = Workers.berlin().get(other + "/support");

        // Then
        seen.then()
                .body("country", equalTo("DE"))
                .body(GUARDIAN + ".state", equalTo("refused"))
                .body(GUARDIAN, not(hasKey("reason")))
                .body(GUARDIAN, not(hasKey("agency")));
        assertThat(seen.asString()).doesNotContain("fears");
    }

    @Test
    void anItemOfAnotherCountryIsNotInThePackage() {
        record(Workers.lyon(), "{\"item\": \"vormund\", \"state\": \"planned\"}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("item"));
    }

    @Test
    void aGoalHasTheChildsWordsAndItsProgress() {
        // Given
        var goal = Workers.lyon()
                .body("{\"goal\": \"Back at school.\", \"childWords\": \"I want my friends.\"}")
                .post(referral + "/goals");
        goal.then().statusCode(201);

        // When
        Workers.lyon()
                .body("{\"state\": \"stuck\", \"note\": \"No place yet.\", \"childWords\": \"It takes so long.\"}")
                .post(goal.header("Location") + "/progress")
                .then()
                .statusCode(200);

        // Then
        Workers.leeds()
                .get(referral + "/goals")
                .then()
                .body("items", hasSize(1))
                .body("items[0].childWords", equalTo("I want my friends."))
                .body("items[0].progress.state", contains("stuck"))
                .body("items[0].progress.childWords", contains("It takes so long."));
        Workers.berlin().get(goal.header("Location")).then().statusCode(404);
    }

    @Test
    void anotherAgencyThatHelpsTheSameChildDoesNotReadItsGoals() {
        // Given
        var goal = Workers.lyon().body("{\"goal\": \"Back at school.\"}").post(referral + "/goals");
        var other = accepted(Workers.berlin(), Workers.BERLIN);

        // When, Then
        Workers.berlin().get(other + "/goals").then().statusCode(200).body("items", hasSize(0));
        Workers.berlin().get(other + "/goals/" + goal.<String>path("id")).then().statusCode(404);
    }

    @Test
    void nothingIsRecordedBeforeTheWorkIsAcceptedOrAfterItIsDone() {
        // Given
        var sent = sentTo(Workers.LYON);

        // When, Then
        Workers.lyon()
                .body("{\"goal\": \"Back at school.\"}")
                .post(sent + "/goals")
                .then()
                .statusCode(409);
        Workers.lyon().get(sent + "/support").then().statusCode(409);
        Workers.lyon()
                .post(GUIDELINE_STEPS + referral.substring(referral.lastIndexOf('/')) + "/FR-REF-PARENTS/completions")
                .then()
                .statusCode(200);
        Workers.lyon()
                .header("If-Match", "\"1\"")
                .body("{\"outcome\": \"assessed\", \"note\": \"Seen.\", \"learned\": \"nothing-new\"}")
                .post(referral + "/completions")
                .then()
                .statusCode(200);
        record(Workers.lyon(), "{\"item\": \"guardian\", \"state\": \"planned\"}")
                .then()
                .statusCode(409);
        Workers.lyon().get(referral + "/support").then().statusCode(200);
    }

    private Response record(RequestSpecification by, String body) {
        return by.body(body).post(referral + "/support");
    }

    private String accepted(RequestSpecification by, String agency) {
        var path = sentTo(agency);
        by.header("If-Match", "\"0\"")
                .body("{\"decision\": \"accept\"}")
                .post(path + "/decisions")
                .then()
                .statusCode(200);
        return path;
    }

    private String sentTo(String agency) {
        return REFERRALS + "/"
                + Workers.leeds()
                        .body("""
                        {"personRecordId": "%s", "toAgency": "%s", "kind": "support", "urgency": "urgent", "reason": "Please."}""".formatted(person, agency))
                        .post(REFERRALS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }
}
