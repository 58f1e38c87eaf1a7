package eu.waymark.identity.person;

import static eu.waymark.identity.Children.PURPOSE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record says of a person besides a name and a date. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class PersonDetailsTest {

    private static ValidatableResponse search(String child) {
        return Children.search(Callers.leeds(), child).then();
    }

    @Test
    void allThatIsKnownComesBackAsItWasGiven() {
        // Given
        var leeds = Callers.leeds();

        // When
        var id = Children.recorded(leeds, Demographics.FULL_EXAMPLE);

        // Then
        Api.as(leeds, PURPOSE)
                .get("/api/identity/v1/persons/" + id)
                .then()
                .statusCode(200)
                .body("names.type", contains("official", "alias"))
                .body("names[0].script", is("Cyrl"))
                .body("names[1].validFrom", is("2023-05-01"))
                .body("births[0]", is("2014~"))
                .body("births[1].date", is("2013-11-02"))
                .body("births[1].source", is("document"))
                .body("languages", contains("uk", "pl"))
                .body("documents[0].number", is("FE123456"))
                .body("places[0].region", is("UA-46"))
                .body("warnings", empty());
    }

    @Test
    void aDocumentFindsWhomNoNameWould() {
        // Given
        var document = "\"documents\":[{\"type\":\"national-number\",\"issuer\":\"PL\",\"number\":\"44051401359\"}]";
        var id = Children.recorded(
                Callers.leeds(),
                "{\"names\":[{\"given\":\"Eufemia\",\"family\":\"Brzeczyszczykiewicz\"}],\"births\":[\"2012-01-01\"],"
                        + document + "}");

        // When / Then
        search("{\"names\":[{\"given\":\"Eufemia\",\"family\":\"Andersdottir\"}],\"births\":[\"2012-01-01\"],"
                        + document + "}")
                .body("candidates.recordId", hasItem(id));
    }

    @Test
    void aBirthInAnotherCalendarFindsTheSameDay() {
        // Given
        var id = Children.recorded(
                Callers.leeds(),
                "{\"names\":[{\"full\":\"Shahrzad Golestani\"}],\"births\":[{\"date\":\"1388-05-12\",\"calendar\":\"persian\",\"source\":\"document\"}]}");

        // When / Then
        search(Children.named("Shahrzad", "Golestani", "2009-08-03", 2)).body("candidates.recordId", hasItem(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names[0].type|\"names\":[{\"full\":\"Anna Koval\",\"type\":\"pseudonym\"}]|exploitation-alias",
                "names[0].script|\"names\":[{\"full\":\"Anna Koval\",\"script\":\"Latin\"}]|Cyrl",
                "names[0].source|\"names\":[{\"full\":\"Anna Koval\",\"source\":\"rumour\"}]|document",
                "births[0].quality|\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[{\"date\":\"2014\",\"quality\":\"good\"}]|verified",
                "births[0].calendar|\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[{\"date\":\"2014\",\"calendar\":\"gregorian2\"}]|ethiopic",
                "languages[0]|\"names\":[{\"full\":\"Anna Koval\"}],\"languages\":[\"klingon\"]|prs",
                "documents[0].type|\"names\":[{\"full\":\"Anna Koval\"}],\"documents\":[{\"type\":\"card\",\"issuer\":\"PL\",\"number\":\"1\"}]|birth-certificate",
                "documents[0].issuer|\"names\":[{\"full\":\"Anna Koval\"}],\"documents\":[{\"type\":\"other\",\"issuer\":\"QQ\",\"number\":\"1\"}]|UN",
                "places[0].kind|\"names\":[{\"full\":\"Anna Koval\"}],\"places\":[{\"kind\":\"residence\",\"country\":\"PL\"}]|origin"
            })
    void anUnknownCodeIsToldTheKnownOnes(String field, String body, String known) {
        search("{" + body + "}")
                .statusCode(422)
                .body("errors.field", hasItem(field))
                .body("errors.message", hasItem(containsString(known)));
    }

    @Test
    void aWrongCheckDigitIsRefusedUnlessTheDocumentShowsIt() {
        // Given
        var wrong =
                "{\"names\":[{\"full\":\"Wanda Ziemba\"}],\"documents\":[{\"type\":\"national-number\",\"issuer\":\"PL\",\"number\":\"44051401358\"%s}]}";

        // When / Then
        search(wrong.formatted(""))
                .statusCode(422)
                .body("errors.field", contains("documents[0].number"))
                .body("errors[0].message", containsString("check digit"))
                .body(not(containsString("44051401358")));
        search(wrong.formatted(",\"asShown\":true")).statusCode(201).body("warnings.code", contains("as-shown"));
    }

    @Test
    void theCheckDigitOfAMachineReadableDocumentIsChecked() {
        // Given: the specimen of ICAO Doc 9303 part 4
        var passport =
                "{\"names\":[{\"full\":\"Anna Maria Eriksson\"}],\"documents\":[{\"type\":\"passport\",\"issuer\":\"UN\",\"number\":\"L898902C\",\"checkDigit\":\"%s\"}]}";

        // When / Then
        search(passport.formatted("3")).statusCode(201);
        search(passport.formatted("4")).statusCode(422).body("errors.field", contains("documents[0].number"));
    }

    @Test
    void whoIsOlderThan25IsTakenWithAWarningAndNotRefused() {
        // Given
        var leeds = Callers.leeds();
        var child = Children.named("Methuselah", "Oldcastle", "1990-01-30", 1);

        // When / Then
        search(child)
                .statusCode(201)
                .body("warnings.field", contains("births[0]"))
                .body("warnings.code", contains("not-a-child"));
        Api.as(leeds, PURPOSE)
                .get("/api/identity/v1/persons/" + Children.recorded(leeds, child))
                .then()
                .body("warnings.code", contains("not-a-child"));
    }
}
