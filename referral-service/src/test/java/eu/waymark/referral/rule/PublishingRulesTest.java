package eu.waymark.referral.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.clocks.ClockRules;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Stored;
import eu.waymark.referral.Workers;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two registrars change by which rules clocks run; what was computed before names the version that gave it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class PublishingRulesTest {

    private static final String RULES = "/api/referral/v1/rules";
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");

    @Inject
    Clocks clocks;

    @Inject
    RulesInForce inForce;

    @Inject
    ObjectMapper json;

    private final String version = "t-" + UUID.randomUUID();

    @AfterEach
    void theShippedRulesAreInForceAgain() throws IOException {
        if (!inForce.now().version().equals(ClockRules.shipped().version())) {
            var shipped = ClockRules.shipped().version();
            publish(shipped, json.readTree(ClockRules.shippedDocument(shipped).orElseThrow()));
        }
    }

    @Test
    void aConfirmedDocumentGivesTheDueDatesOfAllReplicasFromThenOn() throws IOException {
        // Given
        var before = clocks.due(Duty.REFERRAL_DECISION, "GB-ENG", MONDAY);

        // When
        var published = publish(version, slower());

        // Then
        var after = clocks.due(Duty.REFERRAL_DECISION, "GB-ENG", MONDAY);
        assertThat(before.rule()).isEqualTo("EN-DEC/2");
        assertThat(after.rule()).isEqualTo("EN-DEC/" + version);
        assertThat(after.at()).isEqualTo("2026-03-06T00:00:00Z").isAfter(before.at());
        assertThat(inForce.version("2")
                        .orElseThrow()
                        .find("EN-DEC")
                        .orElseThrow()
                        .amount())
                .isEqualTo(1);
        assertThat(AuditTrail.facts("rules.published", UUID.nameUUIDFromBytes("rules".getBytes())))
                .anySatisfy(fact -> assertThat(fact.path("id").asText()).isEqualTo(published))
                .anySatisfy(fact ->
                        assertThat(fact.at("/document/version").asText()).isEqualTo(version));
        Workers.leeds()
                .get(RULES + "/EN-DEC")
                .then()
                .statusCode(200)
                .body("editions.version", hasItem(version))
                .body("editions[0].version", equalTo("2"))
                .body("editions[0].rule.amount", equalTo(1));
    }

    @Test
    void anOlderVersionIsPublishedAgain() throws IOException {
        // Given
        publish(version, slower());

        // When
        theShippedRulesAreInForceAgain();

        // Then
        assertThat(clocks.due(Duty.REFERRAL_DECISION, "GB-ENG", MONDAY).rule()).isEqualTo("EN-DEC/2");
    }

    @Test
    void whatStartsNextYearIsNotInForceYet() throws IOException {
        // When
        var proposal = propose(registrar("one"), version, slower(), "2090-01-01T00:00:00Z");
        confirm(registrar("two"), proposal.path("id")).then().statusCode(200);

        // Then
        assertThat(clocks.due(Duty.REFERRAL_DECISION, "GB-ENG", MONDAY).rule()).isEqualTo("EN-DEC/2");
        Workers.leeds()
                .get(RULES + "?place=GB-ENG&at=2090-06-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("rules.find { it.code == 'EN-DEC' }.amount", equalTo(3));
    }

    @Test
    void theAuthorDoesNotConfirm() throws IOException {
        // Given
        var author = registrar("author");
        var proposal = propose(author, version, slower(), null);
        proposal.then()
                .statusCode(202)
                .body("differences.code", contains("EN-DEC"))
                .body("differences[0].before.amount", equalTo(1))
                .body("differences[0].after.amount", equalTo(3));

        // When
        var answer = confirm(registrar("author"), proposal.path("id"));

        // Then
        answer.then().statusCode(403).body("code", equalTo("second-registrar-needed"));
        registrar("two")
                .body("{\"reason\": \"The source says one day.\"}")
                .post(RULES + "/proposals/" + proposal.path("id") + "/refusals")
                .then()
                .statusCode(200)
                .body("state", equalTo("refused"));
        confirm(registrar("two"), proposal.path("id")).then().statusCode(409).body("code", equalTo("proposal-decided"));
    }

    @Test
    void aProposalOnWhatWasInForceBeforeIsStale() throws IOException {
        // Given
        var stale = propose(registrar("one"), version, slower(), null);
        publish(version + "-other", slower().put("version", version + "-other"));

        // Then
        confirm(registrar("two"), stale.path("id")).then().statusCode(409).body("code", equalTo("stale-proposal"));
        registrar("one")
                .post(RULES + "/proposals/" + stale.path("id") + "/withdrawals")
                .then()
                .statusCode(200);
    }

    @Test
    void noRuleInForceMayBeMissingAndAVersionKeepsItsContent() throws IOException {
        // Given
        var without = slower();
        ((ArrayNode) without.path("rules")).remove(0);

        // Then
        propose(registrar("one"), version, without, null)
                .then()
                .statusCode(422)
                .body("errors.message", hasItem(containsString("EN-DEC")));
        propose(registrar("one"), "2", slower().put("version", "2"), null)
                .then()
                .statusCode(422);
        propose(registrar("one"), version, json.createObjectNode().put("version", version), null)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("document"));
        registrar("one")
                .body(json.createObjectNode().set("document", slower()).toString())
                .put(RULES + "/documents/" + version)
                .then()
                .statusCode(428);
    }

    @Test
    void noRuleIsLostBetweenDocumentsThatAreStillToCome() throws IOException {
        // Given: a rule from 2095 on
        var more = withRule(slower(), "EN-NEW");
        confirm(
                        registrar("two"),
                        propose(registrar("one"), version, more, "2095-01-01T00:00:00Z")
                                .path("id"))
                .then()
                .statusCode(200);

        // Then: the document of 2096 keeps it, and that of 2094 has none that is lost in 2095
        propose(registrar("one"), version + "-b", named("-b", slower()), "2096-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("errors.message", hasItem(containsString("EN-NEW")));
        propose(registrar("one"), version + "-c", withRule(named("-c", slower()), "EN-OTHER"), "2094-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("errors.message", hasItem(containsString("EN-OTHER")));
    }

    @Test
    void whatCameIntoForceSinceItWasProposedLosesNothingEither() throws Exception {
        // Given: proposed just before a rule comes into force that it does not know
        publish(version + "-a", named("-a", slower()));
        var soon = Clock.systemUTC().instant().plusSeconds(3);
        var more = withRule(slower(), "EN-SOON");
        confirm(
                        registrar("two"),
                        propose(registrar("one"), version, more, soon.toString())
                                .path("id"))
                .then()
                .statusCode(200);
        var proposed = propose(registrar("one"), version + "-b", named("-b", slower()), null);
        proposed.then().statusCode(202);
        while (!inForce.now().version().equals(version)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }

        // When
        var answer = confirm(registrar("two"), proposed.path("id"));

        // Then
        try {
            answer.then()
                    .statusCode(409)
                    .body("code", equalTo("stale-proposal"))
                    .body("detail", containsString("EN-SOON"));
        } finally {
            // No document may lose that rule again: the owner of the database puts it before all others.
            Stored.change("update rule_publication set valid_from = '2000-01-01' where version = '" + version + "'");
        }
    }

    @Test
    void ofTwoProposalsConfirmedAtOnceOneTakesEffect() throws Exception {
        // Given: both on what is in force now
        var one = propose(registrar("one"), version, slower(), null).<String>path("id");
        var other = propose(registrar("one"), version + "-b", slower().put("version", version + "-b"), null)
                .<String>path("id");

        // When
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(2)) {
            answers = threads
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> confirm(registrar("two"), one).statusCode(),
                            () -> confirm(registrar("three"), other).statusCode()))
                    .stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }

        // Then
        assertThat(answers).containsExactly(200, 409);
        for (var id : List.of(one, other)) {
            registrar("one").post(RULES + "/proposals/" + id + "/withdrawals");
        }
    }

    @Test
    void aDocumentByWhichClocksCannotRunIsRefused() throws IOException {
        // Given
        var nowhere = slower();
        ((ArrayNode) nowhere.path("nations")).add("GB-NOWHERE");
        var fewer = slower();
        ((ArrayNode) fewer.path("nations")).remove(0);
        var code = slower();
        ((ObjectNode) code.path("steps").get(0)).put("code", "EN_REF");

        // Then
        propose(registrar("one"), version, nowhere, null)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("document.zones"));
        propose(registrar("one"), version, fewer, null)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("document"))
                .body("errors.message", hasItem(containsString("GB-ENG")));
        propose(registrar("one"), version, code, null).then().statusCode(422);
    }

    @Test
    void aVersionThatIsProposedAgainInAnotherLayoutIsTheSame() throws IOException {
        // Given
        publish(version, slower());
        theShippedRulesAreInForceAgain();

        // When: its fields in another order
        var reordered = json.createObjectNode();
        var fields = new ArrayList<Map.Entry<String, JsonNode>>();
        slower().fields().forEachRemaining(fields::addFirst);
        fields.forEach(field -> reordered.set(field.getKey(), field.getValue()));
        publish(version, reordered);

        // Then
        assertThat(inForce.now().version()).isEqualTo(version);
    }

    @Test
    void onlyRegistrarsPropose() throws IOException {
        propose(Workers.leeds(), version, slower(), null).then().statusCode(403);
    }

    @Test
    void nothingIsPublishedPastTheProposals() {
        assertThatThrownBy(() -> {
                    try (var app = Database.asApp();
                            var insert = app.prepareStatement("insert into rule_publication values"
                                    + " (gen_random_uuid(), 'x', '{}', now(), now())")) {
                        insert.executeUpdate();
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("by a confirmed proposal only");
    }

    private String publish(String as, JsonNode document) {
        var proposal = propose(registrar("one"), as, document, null);
        proposal.then().statusCode(202);
        String id = proposal.path("id");
        confirm(registrar("two"), id).then().statusCode(200).body("state", equalTo("confirmed"));
        return id;
    }

    private Response propose(RequestSpecification by, String as, JsonNode document, @Nullable String validFrom) {
        var body = json.createObjectNode();
        body.set("document", document);
        if (validFrom != null) {
            body.put("validFrom", validFrom);
        }
        var tag = Workers.leeds().get(RULES + "/documents/in-force").header("ETag");
        return by.header("If-Match", tag).body(body.toString()).put(RULES + "/documents/" + as);
    }

    private static Response confirm(RequestSpecification by, String id) {
        return by.post(RULES + "/proposals/" + id + "/confirmations");
    }

    /** England decides in three working days. */
    private ObjectNode slower() throws IOException {
        var document =
                (ObjectNode) json.readTree(ClockRules.shippedDocument("2").orElseThrow());
        document.put("version", version);
        document.path("rules").forEach(rule -> {
            if (rule.path("code").asText().equals("EN-DEC")) {
                ((ObjectNode) rule).put("amount", 3);
            }
        });
        return document;
    }

    private ObjectNode named(String more, ObjectNode document) {
        return document.put("version", version + more);
    }

    private static ObjectNode withRule(ObjectNode document, String code) {
        var rules = (ArrayNode) document.path("rules");
        rules.add(((ObjectNode) rules.get(0).deepCopy()).put("code", code));
        return document;
    }

    private static RequestSpecification registrar(String name) {
        return Workers.asked(Api.as(Tokens.person("registrar-" + name)
                .agency("GB-CA")
                .country("GB")
                .agencyType("central-authority")
                .roles("registrar")));
    }
}
