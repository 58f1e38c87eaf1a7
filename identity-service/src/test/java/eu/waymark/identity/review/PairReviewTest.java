package eu.waymark.identity.review;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From two records that look alike to one child, by two people. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class PairReviewTest {

    private static final String REVIEWS = "/api/identity/v1/reviews";
    private static final String SAME = "{\"verdict\":\"same\",\"reason\":\"records-agree\",\"note\":\"Same aunt.\"}";
    private static final String DIFFERENT = "{\"verdict\":\"different\",\"reason\":\"records-contradict\"}";
    private static final String UNSURE =
            "{\"verdict\":\"unsure\",\"reason\":\"too-little-known\",\"note\":\"Ask the school about the scar.\"}";

    /** Each test has agencies of its own, and so a queue of its own. */
    private final String suffix = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    private final String family = madeUp();
    private final String given = madeUp();
    /** Written as it sounds. */
    private final String misspelt = doubled(given, 2);

    private final String birth = "20%02d-0%d-1%d".formatted(random(8, 16), random(1, 10), random(0, 10));

    private final Tokens leeds = at("GB-" + suffix, "GB", "practitioner");
    private final Tokens colleague = at("GB-" + suffix, "GB", "practitioner");
    private final Tokens rotterdam = at("NL-" + suffix, "NL", "practitioner");
    private final Tokens ministry =
            at("NL-CA-" + suffix, "NL", "central-authority").agencyType("central-authority");

    @Inject
    FindingPairs finding;

    @BeforeEach
    void nothingWaits() {
        finding.run();
    }

    @Test
    void recordsOfTwoCountriesThatLookAlikeWaitForAPersonAndNothingIsLinked() {
        // Given
        var maria = recorded(leeds, "Mariia", "Kovalivska", "2013-05-06");
        var abroad = recorded(rotterdam, "Марія", "Ковалівська", "2012");

        // When
        finding.run();

        // Then
        var review = onlyReview(leeds);
        queue(leeds)
                .body("items[0].reason", is("found"))
                .body("items[0].records[0].recordId", is(maria))
                .body("items[0].records[1].country", is("NL"))
                .body("items[0].records[1].agency", nullValue());
        assertThat(onlyReview(rotterdam)).isEqualTo(review);
        queue(ministry).body("items.id", org.hamcrest.Matchers.hasItem(review));
        identity(leeds, maria).body("records", hasSize(1));
        identity(rotterdam, abroad).body("records", hasSize(1));
        // and the machine's own look is on record, once
        assertThat(Events.all().stream()
                        .filter(event -> event.path("type").asText().equals("identity.review.found")))
                .isNotEmpty()
                .allMatch(event -> event.path("purpose").asText().equals("SYSTEM"));
    }

    @Test
    void twinsOfOneSurnameAreNeitherLinkedNorAskedAbout() {
        recorded(leeds, "Hector", "Summerfield", "2014-03-09");
        recorded(rotterdam, "Lysander", "Summerfield", "2014-03-09");
        finding.run();
        queue(leeds).body("items", empty());
    }

    @Test
    void aMissingBirthStillMakesAPair() {
        recorded(leeds, "Casimira", "Wolodarsky", "2011-02-03");
        Children.recorded(
                rotterdam,
                "{\"names\":[{\"given\":\"Casimira\",\"family\":\"Wolodarsky\"}],\"births\":[],\"sex\":2,"
                        + "\"nationalities\":[]}");
        finding.run();
        queue(rotterdam).body("items", hasSize(1));
    }

    @Test
    void onlyWhoHasClaimedSeesTheRecordsAndTheForeignOneOnlyInOutline() {
        // Given
        var review = pair();

        // Then
        read(leeds, review).statusCode(409).body("code", is("review-not-claimed"));
        claim(leeds, review).statusCode(200).body("claimedByMe", is(true)).body("claimedUntil", notNullValue());
        read(leeds, review)
                .statusCode(200)
                .body("halves.find { it.record.own }.person.names[0].given", is(given))
                .body("halves.find { !it.record.own }.person", nullValue())
                .body("agreement.name", not(is("differ")))
                .body("probability", nullValue())
                .body("explanation", nullValue());
        read(colleague, review).statusCode(409);

        // When
        Api.as(rotterdam, PURPOSE)
                .post(REVIEWS + "/" + review + "/opening")
                .then()
                .statusCode(200);

        // Then
        read(leeds, review)
                .body("halves.find { !it.record.own }.person.names[0].given", is(misspelt))
                .body("explanation", hasSize(greaterThan(2)))
                .body("probability", notNullValue());
        assertThat(Events.last().path("subjects")).hasSize(2);
    }

    @Test
    void ofTwoReviewersAtOnceOneWins() throws Exception {
        // Given
        var review = pair();
        var start = new CyclicBarrier(2);

        // When
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(claiming(start, leeds, review));
            var other = both.submit(claiming(start, rotterdam, review));

            // Then
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aClaimThatIsOverHoldsNobodyUp() throws SQLException {
        // Given
        var review = pair();
        claim(leeds, review).statusCode(200);
        claim(rotterdam, review).statusCode(409).body("code", is("review-claimed"));

        // When
        Rows.change("update guarded.pair_review set claimed_until = now() where id = '" + review + "'");

        // Then
        decide(leeds, review, DIFFERENT).statusCode(409).body("code", is("review-not-claimed"));
        claim(rotterdam, review).statusCode(200);
    }

    @Test
    void twoPeopleOfTwoAgenciesLinkAndNeverOneAlone() {
        // Given
        var review = pair();
        claim(leeds, review).statusCode(200);

        // When
        decide(leeds, review, SAME).statusCode(200).body("status", is("proposed"));

        // Then: neither the proposer nor a colleague confirms it
        for (var one : List.of(leeds, colleague)) {
            claim(one, review).statusCode(403).body("code", is("second-person-needed"));
            confirm(one, review, true).statusCode(403).body("code", is("second-person-needed"));
        }
        confirm(rotterdam, review, true).statusCode(409).body("code", is("review-not-claimed"));
        identityOfOnlyRecord(leeds).body("records", hasSize(1));

        // When
        claim(rotterdam, review).statusCode(200);
        read(rotterdam, review).body("note", is("Same aunt."));
        confirm(rotterdam, review, true).statusCode(200).body("status", is("decided"));

        // Then
        identityOfOnlyRecord(leeds)
                .body("records", hasSize(2))
                .body("records[1].country", is("NL"))
                .body("history[0].verdict", is("same"));
        queue(leeds).body("items", empty());
        assertThat(Events.all().stream()
                        .filter(event -> event.path("type").asText().equals("identity.review.confirmed"))
                        .filter(event -> event.path("resource").asText().equals(review)
                                && event.path("outcome").asText().equals("0"))
                        .toList())
                .singleElement()
                .satisfies(event -> assertThat(event.path("subjects")).hasSize(2));
    }

    @Test
    void theCentralAuthorityOfOneOfTheCountriesMayConfirmAndAnotherMayNot() {
        // Given
        var review = pair();
        claim(leeds, review).statusCode(200);
        decide(leeds, review, SAME).statusCode(200);
        var stranger = at("FR-CA-" + suffix, "FR", "central-authority").agencyType("central-authority");

        // Then
        claim(stranger, review).statusCode(404);
        claim(ministry, review).statusCode(200);
        read(ministry, review).body("halves.person", org.hamcrest.Matchers.everyItem(nullValue()));
        confirm(ministry, review, true).statusCode(200).body("status", is("decided"));
    }

    @Test
    void whoDoesNotAgreeSendsThePairBack() {
        // Given
        var review = pair();
        claim(leeds, review).statusCode(200);
        decide(leeds, review, SAME).statusCode(200);
        claim(rotterdam, review).statusCode(200);

        // When
        confirm(rotterdam, review, false).statusCode(200).body("status", is("open"));

        // Then
        identityOfOnlyRecord(leeds).body("records", hasSize(1));
    }

    @Test
    void whoCannotTellLeavesItToAnother() {
        // Given
        var review = pair();
        claim(leeds, review).statusCode(200);

        // When
        decide(leeds, review, UNSURE).statusCode(200).body("status", is("open"));

        // Then
        claim(leeds, review).statusCode(403).body("code", is("another-reviewer-needed"));
        claim(colleague, review).statusCode(200);
        read(colleague, review).body("note", containsString("scar"));
    }

    @Test
    void whatIsDecidedIsNotAskedAgainUntilThereIsNewEvidence() throws SQLException {
        // Given
        var review = pair();
        claim(leeds, review).statusCode(200);
        decide(leeds, review, DIFFERENT).statusCode(200).body("status", is("decided"));
        var record = onlyRecord(leeds);

        // When: something is added that says nothing of who it is
        correct(record, 1, "more-known", given, ",\"languages\":[\"de\"]");
        finding.run();

        // Then
        queue(leeds).body("items", empty());

        // When
        correct(record, 2, "was-wrong", misspelt, "");
        finding.run();

        // Then
        queue(leeds).body("items", hasSize(1)).body("items[0].reason", is("new-evidence"));
    }

    @Test
    void aContradictionComesBeforeAPerson() {
        // Given: a and b are two, b and c are one
        var review = pair();
        claim(leeds, review).statusCode(200);
        decide(leeds, review, DIFFERENT).statusCode(200);
        var a = onlyRecord(leeds);
        var c = recorded(leeds, doubled(given, 4), family, birth);
        finding.run();
        var foreignPair = queue(leeds)
                .extract()
                .<List<String>>path("items.findAll { it.records.size() == 2 && " + "it.records.any { !it.own } }.id");
        assertThat(foreignPair).hasSize(1);
        claim(leeds, foreignPair.getFirst()).statusCode(200);
        decide(leeds, foreignPair.getFirst(), SAME).statusCode(200);
        claim(rotterdam, foreignPair.getFirst()).statusCode(200);
        confirm(rotterdam, foreignPair.getFirst(), true).statusCode(200);

        // When
        Api.as(leeds, PURPOSE)
                .body(
                        "{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"same\",\"reason\":\"recorded-twice\"}"
                                .formatted(a, c))
                .post("/api/identity/v1/links")
                .then()
                .statusCode(201)
                .body("held", is(true));

        // Then
        queue(rotterdam).body("items.reason", contains("conflict"));
        identity(leeds, a).body("records", hasSize(1));
    }

    @Test
    void thoseOfWhomLeastIsKnownComeFirstAndTheQueueIsPaged() throws SQLException {
        // Given
        recorded(leeds, "Fabiola", "Vandersteen", "2010-01-02");
        recorded(rotterdam, "Fabiola", "Vandersteen", "2010-01-02");
        recorded(leeds, "Godelieve", "Vandenbroucke", "2013");
        recorded(rotterdam, "Godeliva", "Vandenbrouke", "2014-08-09");
        finding.run();

        // When
        var ids = queue(leeds).body("items", hasSize(2)).extract().<List<String>>path("items.id");
        var first = Api.as(leeds, PURPOSE).get(REVIEWS + "?limit=1").then().statusCode(200);

        // Then
        assertThat(first.extract().<List<String>>path("items.id")).containsExactly(ids.getFirst());
        Api.as(leeds, PURPOSE)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get(REVIEWS)
                .then()
                .body("items.id", contains(ids.getLast()))
                .body("next", nullValue());
        assertThat(Rows.of("select rank::text from guarded.pair_review where agency_a like '%" + suffix
                        + "' order by rank, id"))
                .isSortedAccordingTo(java.util.Comparator.comparingInt(Integer::parseInt));
        Api.as(leeds, PURPOSE).get(REVIEWS + "?cursor=rubbish").then().statusCode(400);
    }

    @Test
    void aPersonPutsUpAPairFromTheirOwnSearchAndNotFromAnothers() {
        // Given
        var own = recorded(leeds, "Bartolomea", "Quirke", "2012-03-04");
        recorded(rotterdam, "Bartholomea", "Quirke", "2012-03-04");
        var handle = Children.search(leeds, named("Bartholomea", "Quirke", "2012-03-04", 2))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("candidates.find { !it.own }.handle");
        var asked = "{\"recordId\":\"" + own + "\",\"handle\":\"" + handle + "\"}";

        // When
        Api.as(colleague, PURPOSE).body(asked).post(REVIEWS).then().statusCode(404);
        var review = Api.as(leeds, PURPOSE)
                .body(asked)
                .post(REVIEWS)
                .then()
                .statusCode(201)
                .body("reason", is("asked"))
                .extract()
                .<String>path("id");

        // Then
        assertThat(onlyReview(rotterdam)).isEqualTo(review);
        claim(rotterdam, review).statusCode(200);
        decide(rotterdam, review, DIFFERENT).statusCode(200);
        Api.as(leeds, PURPOSE).body(asked).post(REVIEWS).then().statusCode(409).body("code", is("already-decided"));
    }

    private void correct(String record, int seen, String reason, String name, String more) {
        Api.as(leeds, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body(
                        "{\"reason\":\"%s\",\"names\":[{\"given\":\"%s\",\"family\":\"%s\"}],\"births\":[\"%s\"],\"sex\":2%s}"
                                .formatted(reason, name, family, birth, more))
                .put("/api/identity/v1/persons/" + record)
                .then()
                .statusCode(200);
    }

    /** One pair across the border, and its review. */
    private String pair() {
        recorded(leeds, given, family, birth);
        recorded(rotterdam, misspelt, family, birth.substring(0, 7));
        finding.run();
        return onlyReview(leeds);
    }

    private Callable<Integer> claiming(CyclicBarrier start, Tokens by, String review) {
        return () -> {
            start.await();
            return claim(by, review).extract().statusCode();
        };
    }

    /** A family that no other test has, so that its children are like nobody else's. */
    private static String madeUp() {
        var name = new StringBuilder();
        for (var syllable = 0; syllable < 5; syllable++) {
            name.append("bdfgklmnprstvz".charAt(random(0, 14))).append("aeiou".charAt(random(0, 5)));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String doubled(String name, int letter) {
        return name.substring(0, letter + 1) + name.substring(letter);
    }

    private static int random(int from, int below) {
        return java.util.concurrent.ThreadLocalRandom.current().nextInt(from, below);
    }

    private static Tokens at(String agency, String country, String role) {
        return Callers.of(agency, role, PURPOSE).country(country);
    }

    private static String recorded(Tokens by, String given, String family, String birth) {
        return Children.recorded(by, named(given, family, birth, 2));
    }

    private static ValidatableResponse queue(Tokens by) {
        return Api.as(by, PURPOSE).get(REVIEWS).then().statusCode(200);
    }

    private static String onlyReview(Tokens by) {
        return queue(by).body("items", hasSize(1)).extract().path("items[0].id");
    }

    private static ValidatableResponse claim(Tokens by, String review) {
        return Api.as(by, PURPOSE).post(REVIEWS + "/" + review + "/claim").then();
    }

    private static ValidatableResponse read(Tokens by, String review) {
        return Api.as(by, PURPOSE).get(REVIEWS + "/" + review).then();
    }

    private static ValidatableResponse decide(Tokens by, String review, String decision) {
        return Api.as(by, PURPOSE)
                .body(decision)
                .post(REVIEWS + "/" + review + "/decision")
                .then();
    }

    private static ValidatableResponse confirm(Tokens by, String review, boolean agree) {
        return Api.as(by, PURPOSE)
                .body("{\"agree\":" + agree + "}")
                .post(REVIEWS + "/" + review + "/confirmation")
                .then();
    }

    private static String onlyRecord(Tokens by) {
        return Api.as(by, PURPOSE)
                .get("/api/identity/v1/persons")
                .then()
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse identity(Tokens by, String record) {
        return Api.as(by, PURPOSE)
                .get("/api/identity/v1/identities/of-record/" + record)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse identityOfOnlyRecord(Tokens by) {
        return identity(by, onlyRecord(by));
    }
}
