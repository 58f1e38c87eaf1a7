package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static eu.waymark.identity.link.AdoptedChild.IDENTITIES;
import static eu.waymark.identity.link.AdoptedChild.SEALED;
import static eu.waymark.identity.link.AdoptedChild.confirm;
import static eu.waymark.identity.link.AdoptedChild.ending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

    private final AdoptedChild child = new AdoptedChild();
    private final Tokens worker = child.worker;
    private final Tokens colleague = child.colleague;
    private final Tokens first = child.first;
    private final Tokens second = child.second;

    @Test
    void everybodyButTheNamedWorkersIsAnsweredAsIfThereWereNoLinkByteForByte() throws SQLException {
        // Given
        var before = child.recorded("Seraphina", "Applegarth");
        var after = child.recorded("Serafina", "Applegart");
        var answers = answers(before, after);

        // When
        child.inForce(before, after);

        // Then
        assertThat(answers(before, after)).isEqualTo(answers);
        assertThat(Rows.of("select id from fact_outbox where type = 'person.linked' and subject in ('" + before + "','"
                        + after + "')"))
                .isEmpty();
    }

    @Test
    void anOpenLinkWouldBeSeen() {
        // Given: the twin of the test above
        var before = child.recorded("Seraphine", "Appleyard");
        var after = child.recorded("Serafine", "Appleyard");
        var answers = answers(before, after);

        // When
        child.openLink(before, after).statusCode(201);

        // Then
        assertThat(answers(before, after)).isNotEqualTo(answers);
    }

    @Test
    void onlyTheNamedWorkersSeeItAndOneAloneDoesNotMakeIt() {
        // Given
        var before = child.recorded("Thaddea", "Winterborne");
        var after = child.recorded("Thadea", "Winterbourne");
        var id = child.proposed(before, after).statusCode(201).extract().<String>path("id");

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
        var before = child.recorded("Leocadia", "Thistlewood");
        var after = child.recorded("Leokadia", "Thistlewood");

        // When
        child.inForce(before, after);

        // Then
        assertThat(Events.by(child.secondId, "identity.link.sealing.confirmed"))
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
        var before = child.recorded("Araminta", "Dunwoody");
        var after = child.recorded("Araminda", "Dunwoody");
        var third = child.recorded("Araminte", "Dunwoodie");
        child.openLink(before, third).statusCode(201);
        child.openLink(third, after).statusCode(201);
        child.identity(before).body("records.size()", is(3));

        // When
        var id = child.inForce(before, after);

        // Then
        child.identity(before).body("records.size()", is(2));
        child.identity(after).body("records.size()", is(1));

        // When
        child.end(id);

        // Then
        child.identity(after).body("records.size()", is(3));
    }

    @Test
    void onePersonAloneEndsNoLinkThatIsInForce() throws SQLException {
        // Given
        var before = child.recorded("Philomena", "Dunwoody");
        var after = child.recorded("Filomena", "Dunwoody");
        var id = child.inForce(before, after);

        // When
        ending(first, id, 1).statusCode(200).body("status", is("in-force")).body("endingProposed", is(true));
        ending(first, id, 2).statusCode(403).body("code", is("second-person-needed"));

        // Then
        assertThatThrownBy(() -> Rows.change("update guarded.sealed_link set status = 'ENDED', ended_by = ending_by,"
                        + " ended_agency = ending_agency where id = '" + id + "'"))
                .hasMessageContaining("ended by two");
        Rows.change(
                "update guarded.sealed_link set ending_at = ending_at - interval '14 days' where id = '" + id + "'");
        ending(second, id, 2).statusCode(200).body("status", is("in-force")).body("endingProposed", is(true));
        ending(first, id, 3).statusCode(200).body("status", is("ended"));
    }

    @Test
    void whatIsOnlyProposedItsProposerWithdraws() {
        var id = child.proposed(child.recorded("Ottoline", "Dunwoody"), child.recorded("Otilia", "Dunwoody"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        ending(first, id, 0).statusCode(200).body("status", is("ended"));
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
            var found = Children.search(child.somebody(), named(name, "Applegarth", "2012-06-07", 2))
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
}
