package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

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
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An adopted child: two workers know both lives, and everybody else is answered as if there were two children. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class SealedLinkTest {

    private static final String SEALED = "/api/identity/v1/links/sealed";
    private static final String IDENTITIES = "/api/identity/v1/identities/of-record/";

    private final String agency =
            "GB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final Tokens worker = Callers.of(agency, "practitioner", PURPOSE);
    private final Tokens colleague = Callers.of(agency, "supervisor", PURPOSE);
    private final String firstId = "first-" + agency;
    private final String secondId = "second-" + agency;
    private final Tokens first = supervisor(firstId);
    private final Tokens second = supervisor(secondId);

    @Test
    void everybodyButTheNamedWorkersIsAnsweredAsIfThereWereNoLinkByteForByte() throws SQLException {
        // Given
        var before = recorded("Seraphina", "Applegarth");
        var after = recorded("Serafina", "Applegart");
        var answers = answers(before, after);

        // When
        inForce(before, after);

        // Then
        assertThat(answers(before, after)).isEqualTo(answers);
        assertThat(Rows.of("select id from fact_outbox where type = 'person.linked' and subject in ('" + before + "','"
                        + after + "')"))
                .isEmpty();
    }

    @Test
    void anOpenLinkWouldBeSeen() {
        // Given: the twin of the test above
        var before = recorded("Seraphine", "Appleyard");
        var after = recorded("Serafine", "Appleyard");
        var answers = answers(before, after);

        // When
        openLink(before, after).statusCode(201);

        // Then
        assertThat(answers(before, after)).isNotEqualTo(answers);
    }

    @Test
    void onlyTheNamedWorkersSeeItAndOneAloneDoesNotMakeIt() {
        // Given
        var before = recorded("Thaddea", "Winterborne");
        var after = recorded("Thadea", "Winterbourne");
        var id = proposed(before, after).statusCode(201).extract().<String>path("id");

        // Then
        confirm(first, id, 0).statusCode(403).body("code", is("second-person-needed"));
        confirm(colleague, id, 0).statusCode(404);
        Api.as(worker, PURPOSE).get(SEALED).then().statusCode(403);
        Api.as(colleague, PURPOSE).get(SEALED).then().statusCode(200).body("items.size()", is(0));
        confirm(second, id, 0).statusCode(200).body("status", is("in-force"));
        Api.as(first, PURPOSE).get(SEALED).then().statusCode(200).body("items.id", hasItem(id));
        var refused = confirm(colleague, id, 1).statusCode(404).extract().<String>path("detail");
        assertThat(refused)
                .isEqualTo(confirm(colleague, UUID.randomUUID().toString(), 1)
                        .statusCode(404)
                        .extract()
                        .path("detail"));
    }

    @Test
    void noEventNamesBothSides() {
        // Given
        var before = recorded("Leocadia", "Thistlewood");
        var after = recorded("Leokadia", "Thistlewood");

        // When
        inForce(before, after);

        // Then
        assertThat(Events.by(secondId, "identity.link.sealing.confirmed"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("subjects")).hasSize(1);
                    assertThat(event.toString()).doesNotContain(before).doesNotContain(after);
                    assertThat(Events.details(event).path("recordIds")).hasSize(2);
                });
    }

    @Test
    void sealingPartsWhatWasLinkedOpenlyAlsoThroughAThirdAndEndingItRestoresIt() {
        // Given
        var before = recorded("Araminta", "Dunwoody");
        var after = recorded("Araminda", "Dunwoody");
        var third = recorded("Araminte", "Dunwoodie");
        openLink(before, third).statusCode(201);
        openLink(third, after).statusCode(201);
        identity(before).body("records.size()", is(3));

        // When
        var id = inForce(before, after);

        // Then
        identity(before).body("records.size()", is(2));
        identity(after).body("records.size()", is(1));

        // When
        Api.as(first, PURPOSE)
                .header("If-Match", "\"1\"")
                .post(SEALED + "/" + id + "/ending")
                .then()
                .statusCode(200)
                .body("status", is("ended"));

        // Then
        identity(after).body("records.size()", is(3));
    }

    /** Everything that somebody of the agency can ask of the two, without what differs each time. */
    private Map<String, String> answers(String one, String other) {
        var answers = new LinkedHashMap<String, String>();
        for (var path : List.of(
                IDENTITIES + one,
                IDENTITIES + other,
                "/api/identity/v1/links",
                "/api/identity/v1/reviews",
                "/api/identity/v1/persons",
                "/api/identity/v1/persons/" + one)) {
            for (var by : List.of(worker, colleague)) {
                answers.put(
                        path + by.hashCode(),
                        Api.as(by, PURPOSE)
                                .get(path)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
            }
        }
        for (var name : List.of("Seraphina", "Serafina")) {
            var found = Children.search(
                            Callers.of(agency, "practitioner", PURPOSE), named(name, "Applegarth", "2012-06-07", 2))
                    .then()
                    .statusCode(201)
                    .extract()
                    .<List<?>>path("candidates.findAll { it.own }");
            answers.put("search " + name, found.toString());
        }
        answers.put(
                "409",
                Api.as(colleague, PURPOSE)
                        .body("{\"verdict\":\"different\",\"reason\":\"decided-by-mistake\"}")
                        .post("/api/identity/v1/links/" + UUID.randomUUID() + "/undoing")
                        .then()
                        .extract()
                        .<String>path("detail"));
        return answers;
    }

    private String inForce(String one, String other) {
        var id = proposed(one, other).statusCode(201).extract().<String>path("id");
        confirm(second, id, 0).statusCode(200).body("status", is("in-force"));
        return id;
    }

    private ValidatableResponse proposed(String one, String other) {
        return Api.as(first, PURPOSE)
                .body("{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"reason\":\"adoption\",\"workers\":[\"%s\"]}"
                        .formatted(one, other, secondId))
                .post(SEALED)
                .then();
    }

    private ValidatableResponse openLink(String one, String other) {
        return Api.as(worker, PURPOSE)
                .body(
                        "{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"same\",\"reason\":\"recorded-twice\"}"
                                .formatted(one, other))
                .post("/api/identity/v1/links")
                .then();
    }

    private static ValidatableResponse confirm(Tokens by, String id, int seen) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .post(SEALED + "/" + id + "/confirmation")
                .then();
    }

    private ValidatableResponse identity(String record) {
        return Api.as(worker, PURPOSE).get(IDENTITIES + record).then().statusCode(200);
    }

    private String recorded(String given, String family) {
        return Children.recorded(Callers.of(agency, "practitioner", PURPOSE), named(given, family, "2012-06-07", 2));
    }

    private Tokens supervisor(String subject) {
        return Tokens.person(subject)
                .agency(agency)
                .country("GB")
                .roles("supervisor")
                .purposes(PURPOSE);
    }
}
