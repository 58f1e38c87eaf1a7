package eu.waymark.referral.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Lying;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class AssigningWorkTest {

    private Lying there = new Lying("");
    private UUID item = new UUID(0, 0);

    @BeforeEach
    void anItemLiesThere() {
        there = Lying.atNewAgency();
        item = there.due(Instant.now());
    }

    @Test
    void whoTakesAnItemHasIt() {
        var taken = take("anna", 0);

        taken.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("heldBy", equalTo("anna"))
                .body("holderName", equalTo("Name of anna"));
        assertThat(AuditTrail.of(taken.header("Request-Id")).path("type").asText())
                .isEqualTo("referral.work.assigned");
    }

    @Test
    void whoChangesAnItemSaysWhichStateWasSeen() {
        there.as("anna").post(Lying.PATH + "/" + item + "/assignments").then().statusCode(428);
        take("anna", 7).then().statusCode(412);
    }

    @Test
    void whatAColleagueDoesIsNotTaken() {
        // Given
        take("anna", 0).then().statusCode(200);

        // When, Then
        take("ben", 1).then().statusCode(409).body("code", equalTo("work-held"));
        giveBack("ben", 1).then().statusCode(403).body("code", equalTo("not-your-work"));
    }

    @Test
    void ofManyWhoTakeItAtOnceOneHasIt() throws Exception {
        // Given
        var takers = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 6; i++) {
            var taker = "taker-" + i;
            takers.add(() -> take(taker, 0));
        }

        // When
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(takers)) {
                answers.add(answer.get().statusCode());
            }
        }

        // Then
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void aManagerGivesWorkToAColleagueWhoIsKnownAndNobodyElseDoes() {
        // Given
        there.as("ben").get(Lying.PATH).then().statusCode(200);

        // When, Then
        give(there.as("anna"), "ben").then().statusCode(403).body("code", equalTo("manager-needed"));
        give(there.asManager(), "nobody").then().statusCode(422).body("errors.field", hasItem("worker"));
        give(there.asManager(), "ben").then().statusCode(200).body("assignedTo", equalTo("ben"));
    }

    @Test
    void whoHasLeftTakesNothingWithAnOldToken() {
        // Given
        var gone = "gone-" + UUID.randomUUID();
        there.as(gone).get(Lying.PATH).then().statusCode(200);
        there.asManager()
                .post(Lying.PATH + "/workers/" + gone + "/departures")
                .then()
                .statusCode(200);

        // When, Then
        take(gone, 0).then().statusCode(422).body("errors.field", hasItem("worker"));
        take("anna", 0).then().statusCode(200);
    }

    @Test
    void whatIsHandedBackLiesOnTheDesk() {
        // Given
        take("anna", 0).then().statusCode(200);

        // When
        giveBack("anna", 1).then().statusCode(200).body("heldBy", nullValue());

        // Then
        giveBack("anna", 2).then().statusCode(409).body("code", equalTo("work-not-held"));
        take("ben", 2).then().statusCode(200);
    }

    @Test
    void workMovesToADeskOfTheAgencyAndToNoOther() {
        // Given
        var desk = "FR-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Directory.listsDesk(desk, there.agency(), "Europe/Paris");

        // When, Then
        put("FR-NO-SUCH-DESK").then().statusCode(422).body("errors.field", hasItem("desk"));
        put(desk).then().statusCode(200).body("desk", equalTo(desk)).body("heldBy", nullValue());
    }

    @Test
    void ofSeveralEachIsCheckedByItself() {
        // Given
        var stale = there.due(Instant.now());
        var foreign = Lying.atNewAgency().due(Instant.now());
        var items = "[%s, %s, %s]".formatted(seen(item, 0), seen(stale, 3), seen(foreign, 0));

        // When
        var answer = there.as("anna").body("{\"items\": " + items + "}").post(Lying.PATH + "/assignments");

        // Then
        answer.then()
                .statusCode(200)
                .body("done", equalTo(1))
                .body("refused", equalTo(2))
                .body("items.code", contains("done", "stale", "not-found"));
        there.as("anna").get(Lying.PATH + "?mine=true").then().body("items.id", contains(item.toString()));
        assertThat(AuditTrail.of(answer.header("Request-Id")).path("subjects")).hasSize(2);
    }

    @Test
    void severalAreHandedBackAndAtMostAHundredAtOnce() {
        // Given
        take("anna", 0).then().statusCode(200);
        var many = new ArrayList<String>();
        for (int i = 0; i < 101; i++) {
            many.add(seen(UUID.randomUUID(), 0));
        }

        // When, Then
        returns(List.of(seen(item, 1))).then().statusCode(200).body("items[0].version", equalTo(2));
        returns(many).then().statusCode(422).body("errors.field", hasItem("items"));
    }

    private Response returns(List<String> items) {
        return there.as("anna")
                .body("{\"items\": [" + String.join(",", items) + "]}")
                .post(Lying.PATH + "/returns");
    }

    private static String seen(UUID id, int version) {
        return "{\"id\": \"%s\", \"version\": %d}".formatted(id, version);
    }

    private Response put(String desk) {
        return there.as("anna")
                .header("If-Match", "\"0\"")
                .body("{\"desk\": \"%s\"}".formatted(desk))
                .post(Lying.PATH + "/" + item + "/assignments");
    }

    private Response give(RequestSpecification by, String worker) {
        return by.header("If-Match", "\"0\"")
                .body("{\"worker\": \"%s\"}".formatted(worker))
                .post(Lying.PATH + "/" + item + "/assignments");
    }

    private Response take(String subject, int version) {
        return there.as(subject)
                .header("If-Match", "\"" + version + "\"")
                .post(Lying.PATH + "/" + item + "/assignments");
    }

    private Response giveBack(String subject, int version) {
        return there.as(subject).header("If-Match", "\"" + version + "\"").post(Lying.PATH + "/" + item + "/returns");
    }
}
