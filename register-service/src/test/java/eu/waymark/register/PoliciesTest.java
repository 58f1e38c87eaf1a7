package eu.waymark.register;

import static eu.waymark.register.PolicyDocuments.POLICIES;
import static eu.waymark.register.PolicyDocuments.backToShipped;
import static eu.waymark.register.PolicyDocuments.explain;
import static eu.waymark.register.PolicyDocuments.propose;
import static eu.waymark.register.PolicyDocuments.published;
import static eu.waymark.register.PolicyDocuments.version;
import static eu.waymark.register.PolicyDocuments.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Two registrars put a policy in force, and it decides at once. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class PoliciesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void directory() {
        Scene.directory();
        backToShipped();
    }

    @AfterEach
    void theShippedPolicyDecidesAgain() {
        backToShipped();
    }

    @Test
    void a_published_policy_decides_at_once_and_an_older_one_is_put_back_by_publishing_it_again() {
        // Given
        var person = Scene.person("GB-KENT");
        var narrower = without("protection-enters");

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
        var later = without("protection-enters");

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
        var first = without("health-asks");
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
        var document = without("health-asks");

        // When
        var change = propose(version(document), document, null);

        // Then
        change.then()
                .statusCode(202)
                .body("kind", is("policy"))
                .body("differences.field", hasItem("document.rules.health-asks.level"));
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

    private static Response enter(UUID person) {
        return Api.as(Scene.sarah(), "CP-PLAN").body(Scene.newEntry(person)).post(Scene.ENTRIES);
    }
}
