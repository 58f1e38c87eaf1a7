package eu.waymark.register;

import static eu.waymark.register.PolicyDocuments.POLICIES;
import static eu.waymark.register.PolicyDocuments.backToShipped;
import static eu.waymark.register.PolicyDocuments.explain;
import static eu.waymark.register.PolicyDocuments.published;
import static eu.waymark.register.PolicyDocuments.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the policy in force permits, as a table for lawyers and as an answer to one who asks. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ExplainedPoliciesTest {

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
        var document = (ObjectNode) JSON.readTree(without("embassy-asks"));
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

    private static String entry(Tokens by) {
        return Api.as(by, "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
