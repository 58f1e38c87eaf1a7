package eu.waymark.platform.persistence.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.EveryParameter;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A parameter that nobody reads is refused: ignored, a misspelt filter would give a list of everything. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class UnknownParameterTest {

    private static final String ASKED = "/api/notes/v1/asked";
    private static final String FREELY = "GET " + ASKED + "/freely";

    @Test
    void whatIsDeclaredInAnyWayPasses() {
        asked("?word=blue&kind=letter&colour=red&limit=7")
                .statusCode(200)
                .body(equalTo("word blue, kind letter, colour red, at most 7"));
    }

    @Test
    void whatIsNotDeclaredIsRefusedAndNeitherNameNorValueIsRepeated() {
        asked("?kind=letter&wrod=Anna")
                .statusCode(400)
                .body("code", equalTo("unknown-parameter"))
                .body("title", equalTo("A query parameter is not known here"))
                .body(
                        "detail",
                        equalTo("A query parameter is not known here;"
                                + " known are: colour, cursor, kind, limit, word."))
                .contentType("application/problem+json")
                .body(not(containsString("Anna")))
                .body(not(containsString("wrod")));
    }

    @Test
    void aNameIsAsItIsWritten() {
        asked("?Kind=letter").statusCode(400).body("code", equalTo("unknown-parameter"));
    }

    @Test
    void anOperationWithoutParametersSaysSo() {
        asked("/nothing").statusCode(200);
        asked("/nothing?at=once")
                .statusCode(400)
                .body("detail", equalTo("A query parameter is not known here; this operation takes none."));
    }

    @Test
    void aNameThatIsAChildsIsNotRepeated() {
        asked("?Anna%20Koval=1")
                .statusCode(400)
                .body("code", equalTo("unknown-parameter"))
                .body("detail", containsString("A query parameter is not known here; known are: colour"))
                .body(not(containsString("Anna")));
        asked("?Koval=1").statusCode(400).body(not(containsString("Koval")));
        asked("?" + "a".repeat(41) + "=1").statusCode(400).body(not(containsString("aaa")));
    }

    @Test
    void whoReadsTheRequestItselfIsLeftAlone() {
        asked("/freely?anything=goes").statusCode(200).body(equalTo("anything"));
    }

    @Test
    void aStrangerIsToldNothing() {
        Api.anonymous().get(ASKED + "?wrod=Anna").then().statusCode(401).body(not(containsString("known are")));
        Api.as(Tokens.person("m").roles("manager").purposes("CP-ASSESS"), "CP-ASSESS")
                .get(ASKED + "?wrod=Anna")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void whoStatesNoPurposeIsToldThatFirst() {
        Api.as(practitioner())
                .get(ASKED + "?wrod=Anna")
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-required"));
    }

    @Test
    void theContractOfTheServicesCatchesAnOperationThatIgnoresOne() {
        assertThat(EveryParameter.ignored()).containsExactly(FREELY + ": 200");
        assertThat(EveryParameter.ignored(FREELY)).isEmpty();
    }

    @Test
    void theContractOfTheServicesFindsWhatIsDeclaredLetIn() {
        assertThat(EveryParameter.refused()).isEmpty();
        assertThat(EveryParameter.tried()).contains("GET " + ASKED + "?colour", "GET " + ASKED + "?cursor");
    }

    private static ValidatableResponse asked(String rest) {
        return Api.as(practitioner(), "CP-ASSESS")
                .urlEncodingEnabled(false)
                .get(ASKED + rest)
                .then();
    }

    private static Tokens practitioner() {
        return Tokens.person("asks")
                .agency("GB-KENT")
                .country("GB")
                .roles("practitioner")
                .purposes("CP-ASSESS");
    }
}
