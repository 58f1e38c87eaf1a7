package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static eu.waymark.identity.link.LinkingAgency.AGENCY;
import static eu.waymark.identity.link.LinkingAgency.IDENTITIES;
import static eu.waymark.identity.link.LinkingAgency.LINKS;
import static eu.waymark.identity.link.LinkingAgency.decide;
import static eu.waymark.identity.link.LinkingAgency.identity;
import static eu.waymark.identity.link.LinkingAgency.read;
import static eu.waymark.identity.link.LinkingAgency.recorded;
import static eu.waymark.identity.link.LinkingAgency.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** One person links two records of their agency, and a supervisor takes it back with nothing lost. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LinkTest {

    private static final String SISTERS =
            "{\"verdict\":\"related\",\"relation\":\"sibling\",\"reason\":\"two-children-met\"}";

    private final Tokens worker = LinkingAgency.worker();
    private final Tokens supervisor = LinkingAgency.supervisor();

    @Test
    void aLinkJoinsTwoRecordsAndUnlinkingRestoresBothExactly() throws SQLException {
        // Given
        var anna = recorded("Anneliese", "Rothwell");
        var maria = recorded("Annelise", "Rothwel");
        var before = List.of(
                identity(anna).extract().asString(), identity(maria).extract().asString());
        var annasId = identity(anna).extract().<String>path("id");
        var mariasId = identity(maria).extract().<String>path("id");

        // When
        var link = decide(worker, anna, maria, "same")
                .statusCode(201)
                .body("inForce", is(true))
                .body("held", is(false))
                .extract()
                .<String>path("id");

        // Then: one identity, which both ids lead to
        identity(anna).body("records.recordId", org.hamcrest.Matchers.containsInAnyOrder(anna, maria));
        for (var id : List.of(annasId, mariasId)) {
            read(worker, IDENTITIES + id)
                    .statusCode(200)
                    .body("id", is(identity(anna).extract().<String>path("id")));
        }
        assertThat(facts("person.linked")).contains(anna, maria);
        assertThat(Events.last().path("subjects")).hasSize(2);

        // When
        undo(worker, link, SISTERS).statusCode(403);
        var undone = undo(supervisor, link, SISTERS).statusCode(201).extract().<String>path("id");

        // Then: as before, but for what people have said meanwhile
        assertThat(List.of(withoutHistory(anna), withoutHistory(maria)))
                .isEqualTo(before.stream().map(LinkTest::text).toList());
        identity(anna).body("history.id", contains(undone, link)).body("history.inForce", contains(true, false));
        assertThat(facts("person.unlinked")).contains(anna, maria);
        undo(supervisor, link, SISTERS).statusCode(409).body("code", is("illegal-transition"));
        Api.as(worker, PURPOSE).get(LINKS + "/" + undone).then().statusCode(200).body("relation", is("sibling"));
    }

    @Test
    void whyItWasDecidedStaysReadable() {
        // Given
        var one = recorded("Hermengild", "Thistlewood");
        var other = recorded("Hermengilde", "Thistlewood");
        var link = Api.as(worker, PURPOSE)
                .body(
                        "{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"same\",\"reason\":\"recorded-twice\","
                                        .formatted(one, other)
                                + "\"note\":\"Twice on one afternoon.\"}")
                .post(LinkingAgency.LINKS)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        // When, Then
        read(worker, LinkingAgency.LINKS + "/" + link + "/evidence")
                .statusCode(200)
                .body("note", is("Twice on one afternoon."))
                .body("probability", greaterThan(0.5f))
                .body("reasons.text", hasItem(notNullValue()))
                .body("reasons.find { it.field == 'given-name' }.left", containsString("Hermengild"));
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.link.evidence.read");
        assertThat(event.path("subjects")).hasSize(2);
        assertThat(event.toString()).doesNotContain("Hermengild");
        read(Callers.lyon(), LinkingAgency.LINKS + "/" + link + "/evidence").statusCode(404);
    }

    @Test
    void whatSomebodyDecidedStandsUntilASupervisorDecidesAnew() {
        // Given
        var one = recorded("Eulalia", "Somerville");
        var other = recorded("Eulalie", "Somerville");
        decide(worker, one, other, "unsure").statusCode(201);
        decide(worker, one, other, "same").statusCode(201);

        // Then: nobody undoes it by the way
        for (var verdict : List.of("different", "unsure")) {
            decide(worker, one, other, verdict).statusCode(403).body("code", is("forbidden"));
        }
        identity(one).body("records", hasSize(2));
        decide(supervisor, one, other, "different").statusCode(201);
        decide(worker, one, other, "same").statusCode(403);
    }

    @Test
    void twoWhoAreSaidToBeTwoAreNotBroughtTogetherByAThird() {
        // Given
        var one = recorded("Ignatia", "Fairbrother");
        var other = recorded("Ignacia", "Fairbrother");
        var third = recorded("Ignatja", "Fairbrother");
        decide(worker, one, third, "different").statusCode(201);
        decide(worker, one, other, "same").statusCode(201).body("held", is(false));

        // When
        decide(worker, other, third, "same").statusCode(201).body("held", is(true));

        // Then
        identity(one).body("records", hasSize(2));
        identity(third).body("records", hasSize(1)).body("history.held", contains(true, false));
    }

    @Test
    void recordsOfOneChildDoNotContestEachOtherInASearchOnceTheyAreLinked() {
        // Given
        var one = recorded("Clothilde", "Hazelwood");
        var other = recorded("Clothilde", "Hazelwood");
        assertThat(bands("Clothilde", "Hazelwood")).containsOnly("possible");

        // When
        decide(worker, one, other, "same").statusCode(201);

        // Then
        assertThat(bands("Clothilde", "Hazelwood")).hasSize(2).containsOnly("certain");
    }

    private static List<String> bands(String given, String family) {
        return Children.search(Callers.of(AGENCY, "practitioner", PURPOSE), named(given, family, "2012-01-02", 2))
                .then()
                .statusCode(201)
                .extract()
                .path("candidates.findAll { it.own }.band");
    }

    @Test
    void whatARelationIsGoesWithRelatedOnly() {
        var one = recorded("Hildegund", "Marchbanks");
        var other = recorded("Hildegun", "Marchbanks");
        decide(worker, one, other, "related").statusCode(422).body("errors.field", contains("relation"));
    }

    @Test
    void linksOfManyAtOnceEndInOneIdentityAndNoDeadlock() throws Exception {
        // Given
        var records = new ArrayList<String>();
        for (var name : List.of("Bartholomew", "Bartolomew", "Bartholomeo", "Bartolomeo", "Bartholomeu")) {
            records.add(recorded(name, "Lanchester"));
        }
        var start = new CyclicBarrier(records.size());

        // When: each with the next, around the circle, in both directions
        try (var many = Executors.newFixedThreadPool(records.size())) {
            var attempts = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var i = 0; i < records.size(); i++) {
                attempts.add(many.submit(linking(start, records.get(i), records.get((i + 1) % records.size()))));
            }
            for (var attempt : attempts) {
                assertThat(attempt.get()).isEqualTo(201);
            }
        }

        // Then
        identity(records.getFirst()).body("records", hasSize(records.size()));
    }

    @Test
    void theDatabaseItselfWantsTwoPeopleForTwoAgencies() {
        var own = recorded("Rosamund", "Kettlewell");
        var foreign = Children.recorded(
                Callers.of("GB-OTHERS", "practitioner", PURPOSE), named("Rosamund", "Kettlewell", "2012-01-02", 2));
        assertThatThrownBy(() -> Rows.change("""
                insert into guarded.edge (id, record_a, record_b, verdict, reason, decided_by, agency, model_version, bits,
                    wrapped_key, evidence, decided_at)
                values (gen_random_uuid(), least('%1$s'::uuid, '%2$s'), greatest('%1$s'::uuid, '%2$s'), 'SAME', 'X', 'one',
                    'GB-LINKING', '1', 0, '\\x00', '\\x00', now())""".formatted(own, foreign))).hasMessageContaining("linked by two people");
    }

    private Callable<Integer> linking(CyclicBarrier start, String one, String other) {
        return () -> {
            start.await();
            return decide(worker, one, other, "same").extract().statusCode();
        };
    }

    private String withoutHistory(String record) {
        return text(identity(record).extract().asString());
    }

    private static String text(String identity) {
        return identity.replaceFirst("\"history\":.*", "");
    }

    private static List<String> facts(String type) throws SQLException {
        return Rows.of("select data::json ->> 'recordId' from fact_outbox where type = '" + type + "'");
    }
}
