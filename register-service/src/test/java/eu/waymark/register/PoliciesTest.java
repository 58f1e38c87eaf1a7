package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.access.AccessPolicy;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class PoliciesTest {

    private static final String POLICIES = "/api/register/v1/policies";
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void directory() {
        Scene.directory();
        backToShipped();
    }

    @AfterEach
    void backToShipped() {
        published(AccessPolicy.shippedDocument());
    }

    @Test
    void a_published_policy_decides_at_once_and_an_older_one_is_put_back_by_publishing_it_again() {
        // Given
        var person = Scene.person("GB-KENT");
        var narrower = without("protection-asks");

        // When
        published(narrower);

        // Then
        enter(person).then().statusCode(403).body("detail", containsString(version(narrower)));

        // When
        backToShipped();

        // Then
        enter(person).then().statusCode(201);
    }

    @Test
    void a_policy_waits_for_its_hour() {
        // Given
        var later = without("protection-asks");

        // When
        published(later, Instant.now().plus(Duration.ofDays(400)).toString());

        // Then
        Api.as(Scene.rita()).get(POLICIES + "/in-force").then().body("version", not(version(later)));
        enter(Scene.person("GB-KENT")).then().statusCode(201);
        Api.as(Scene.rita()).get(POLICIES).then().statusCode(200).body("items.version", hasItem(version(later)));
    }

    @Test
    void no_policy_lifts_the_floor() throws JsonProcessingException {
        // Given: everything to everybody
        var document = (ObjectNode) JSON.readTree(without("nothing"));
        var rules = (ArrayNode) document.withArray("rules");
        var all = (ObjectNode) rules.addObject().setAll(((ObjectNode) rules.get(0)).deepCopy());
        all.put("id", "all");
        all.putArray("roles").add("practitioner").add("registrar").add("compliance");
        all.putArray("agencyTypes").add("immigration-enforcement").add("child-protection");
        all.putArray("purposes").add("IMMIGRATION-ENFORCEMENT").add("CP-ASSESS").add("AUDIT");
        all.put("level", "FULL");

        // When
        published(document.toString());

        // Then
        var enforcement = Tokens.person("ivan-floor")
                .agency("GB-IE")
                .country("GB")
                .agencyType("immigration-enforcement")
                .roles("practitioner")
                .purposes("CP-ASSESS");
        Scene.found(Scene.entered(), Scene.CERTAIN);
        Api.as(enforcement, Scene.ASSESS)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(403);
        explain(enforcement, Scene.ASSESS, "EXISTENCE", null)
                .then()
                .body("permitted", is(false))
                .body("rule", is("floor"));
    }

    @Test
    void a_bad_document_is_refused_field_by_field_and_never_proposed() {
        propose("bad-1", """
                {"version": "bad-1", "rules": [{"id": "x", "roles": ["wizard"], "agencyTypes": [], "purposes": [],
                 "relationships": [], "level": "EVERYTHING", "actions": []}]}""", null)
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("document.rules[0].roles[0]", "document.rules[0].level"))
                .body("errors.message", everyItem(not(containsString("wizard"))));
    }

    @Test
    void a_version_never_changes() throws SQLException {
        // Given
        var first = without("court-reads");
        published(first);

        // Then
        propose(version(first), first.replace("embassy-asks", "embassies-ask"), null)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("document.version"));
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("insert into policy_publication values (gen_random_uuid(), '"
                            + version(first) + "', '{}', now(), now())"))
                    .hasMessageContaining("policy_version_never_changes");
        }
    }

    @Test
    void the_second_registrar_sees_which_rule_changes_and_the_author_cannot_publish_alone() {
        // Given
        var document = without("court-reads");

        // When
        var change = propose(version(document), document, null);

        // Then
        change.then()
                .statusCode(202)
                .body("kind", is("policy"))
                .body("differences.field", hasItem("document.rules.court-reads.level"));
        Scene.confirm(Scene.rita(), change.path("id")).then().statusCode(403);
        assertThat(Api.as(Scene.rita()).get(POLICIES + "/in-force").<String>path("version"))
                .isNotEqualTo(version(document));
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"document\":" + document + "}")
                .put(POLICIES + "/" + version(document))
                .then()
                .statusCode(403);
    }

    @Test
    void other_services_are_told() throws SQLException {
        // Given
        var document = without("health-asks");

        // When
        published(document);

        // Then
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from fact_outbox where type = 'policy.published' and data::json->>'version' = '"
                                + version(document) + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void lawyers_get_everything_that_is_permitted_as_a_table() {
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(POLICIES + "/in-force/decision-table")
                .then()
                .statusCode(200)
                .body("version", is("1"))
                .body(
                        "lines.find { it.role == 'practitioner' && it.agencyType == 'child-protection'"
                                + " && it.purpose == 'CP-PLAN' && it.relationship == 'holder' }.level",
                        is("FULL"))
                .body("lines.role", not(hasItem("compliance")))
                .body("administration.role", hasItem("compliance"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(POLICIES + "/unheard-of/decision-table")
                .then()
                .statusCode(404);
    }

    @Test
    void no_cell_of_the_sheet_is_a_formula() throws JsonProcessingException {
        // Given
        var document = (ObjectNode) JSON.readTree(without("court-reads"));
        ((ObjectNode) document.withArray("rules").get(0)).put("id", "=HYPERLINK(\"x\")");
        published(document.toString());

        // When
        var sheet = Api.as(Scene.sarah(), "CP-PLAN").accept("text/csv").get(POLICIES + "/in-force/decision-table.csv");

        // Then
        sheet.then().statusCode(200).contentType(startsWith("text/csv"));
        assertThat(sheet.asString()).contains("\"'=HYPERLINK(\"\"x\"\")").doesNotContain("\"=");
    }

    @Test
    void a_practitioner_learns_why_and_what_would_be_needed() throws SQLException {
        // Given
        var mine = entry(Scene.sarah());

        // Then
        explain(Scene.sarah(), "CP-PLAN", "FULL", mine)
                .then()
                .statusCode(200)
                .body("permitted", is(true))
                .body("relationship", is("holder"))
                .body("rule", is("holder-works"))
                .body("words", containsString("responsible for the child"));
        explain(Scene.sarah(), "CP-PLAN", "FULL", null)
                .then()
                .body("permitted", is(false))
                .body("level", is("EXISTENCE"))
                .body("needed.relationships", hasItem("holder"));
        assertThat(Scene.events("practitioner-GB-KENT")).contains("register.access.explained");
    }

    @Test
    void an_entry_of_anothers_is_explained_like_one_that_is_not_there() {
        // Given
        var sarahs = entry(Scene.sarah());

        // When
        var known = explain(Scene.tom(), "CP-PLAN", "FULL", sarahs);
        var unknown = explain(Scene.tom(), "CP-PLAN", "FULL", UUID.randomUUID().toString());

        // Then
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void what_nobody_can_ask_for_is_refused() {
        explain(Scene.sarah(), "CP-PLAN", "entry:burn", null)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("asked"));
    }

    private static Response explain(Tokens by, String purpose, String asked, String about) {
        var request = Api.as(by, purpose).queryParam("asked", asked);
        return (about == null ? request : request.queryParam("about", about)).get(POLICIES + "/explanations");
    }

    private static String entry(Tokens by) {
        return Api.as(by, "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response enter(UUID person) {
        return Api.as(Scene.sarah(), "CP-PLAN").body(Scene.newEntry(person)).post(Scene.ENTRIES);
    }

    /** The shipped policy, under a version of its own, without one of its rules. */
    private static String without(String rule) {
        try {
            var document = (ObjectNode) JSON.readTree(AccessPolicy.shippedDocument());
            document.put("version", "test-" + UUID.randomUUID());
            var rules = document.withArray("rules");
            for (var at = rules.size() - 1; at >= 0; at--) {
                if (rules.get(at).path("id").asText().equals(rule)) {
                    rules.remove(at);
                }
            }
            return document.toString();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String version(String document) {
        return AccessPolicy.parse(document).version();
    }

    private static void published(String document) {
        published(document, null);
    }

    private static void published(String document, String validFrom) {
        var proposed = propose(version(document), document, validFrom);
        if (proposed.statusCode() == 202) {
            Scene.confirm(Scene.greta(), proposed.path("id")).then().statusCode(200);
        } else {
            assertThat(proposed.statusCode()).isEqualTo(204);
        }
    }

    private static Response propose(String version, String document, String validFrom) {
        var body =
                "{\"document\":" + document + (validFrom == null ? "" : ",\"validFrom\":\"" + validFrom + "\"") + "}";
        return Scene.propose(Scene.rita(), "policies/" + version, body);
    }
}
