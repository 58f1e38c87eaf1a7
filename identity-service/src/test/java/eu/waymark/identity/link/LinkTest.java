package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** One person links two records of their agency, and a supervisor takes it back with nothing lost. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LinkTest {

    private static final String DECISIONS = "What people decided about this record";
    private static final String LINKS = "/api/identity/v1/links";
    private static final String IDENTITIES = "/api/identity/v1/identities/";
    private static final String AGENCY = "GB-LINKING";
    private static final String SISTERS =
            "{\"verdict\":\"related\",\"relation\":\"sibling\",\"reason\":\"two-children-met\"}";

    private final Tokens worker = Callers.of(AGENCY, "practitioner", PURPOSE);
    private final Tokens supervisor = Callers.of(AGENCY, "supervisor", PURPOSE);

    @Test
    void whoMayNotLinkIsToldSo() {
        var body = link(UUID.randomUUID().toString(), UUID.randomUUID().toString(), "same");
        Api.anonymous().body(body).post(LINKS).then().statusCode(401);
        Api.as(Callers.compliance(), "AUDIT").body(body).post(LINKS).then().statusCode(403);
        Api.as(worker, "IMMIGRATION-ENFORCEMENT")
                .body(body)
                .post(LINKS)
                .then()
                .statusCode(403)
                .body("code", is("purpose-forbidden"));
    }

    @Test
    void anotherAgencysRecordAnswersAsAnUnknownOne() {
        // Given
        var own = recorded("Perpetua", "Ashgrove");
        var foreign = Children.recorded(
                Callers.of("GB-OTHERS", "practitioner", PURPOSE), named("Perpetua", "Ashgrove", "2012-01-02", 2));

        // When
        var refused =
                decide(worker, own, foreign, "same").statusCode(404).extract().<String>path("detail");

        // Then
        assertThat(refused)
                .isEqualTo(decide(worker, own, UUID.randomUUID().toString(), "same")
                        .statusCode(404)
                        .extract()
                        .path("detail"));
        decide(worker, own, own, "same").statusCode(422);
    }

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
    void strangersLearnNothingOfAnIdentityOrALink() {
        // Given
        var one = recorded("Wilhelmina", "Oakenshaw");
        var other = recorded("Vilhelmina", "Oakenshaw");
        var link = decide(worker, one, other, "same").statusCode(201).extract().<String>path("id");
        var id = identity(one).extract().<String>path("id");
        var stranger = Callers.of("GB-STRANGERS", "practitioner", PURPOSE);

        // Then
        for (var path : List.of(IDENTITIES + id, LINKS + "/" + link, IDENTITIES + "of-record/" + one)) {
            var unknown = path.substring(0, path.lastIndexOf('/') + 1) + UUID.randomUUID();
            assertThat(read(stranger, path).statusCode(404).extract().<String>path("detail"))
                    .isEqualTo(read(stranger, unknown).statusCode(404).extract().path("detail"));
        }
        read(stranger, LINKS).statusCode(200).body("items.id", not(org.hamcrest.Matchers.hasItem(link)));
        read(worker, LINKS).statusCode(200).body("items.id", org.hamcrest.Matchers.hasItem(link));
    }

    @Test
    void theEvidenceIsKeptAsItWasAndNoDumpShowsIt() throws SQLException {
        // Given
        var one = recorded("Clementine", "Pemberton");
        var other = recorded("Clementina", "Pemberton");

        // When
        Api.as(worker, PURPOSE)
                .body(link(one, other, "same").replace("}", ",\"note\":\"Both know the lighthouse.\"}"))
                .post(LINKS)
                .then()
                .statusCode(201);

        // Then
        assertThat(Rows.dump()).doesNotContain("lighthouse").doesNotContain("clementin");
        assertThat(Rows.of(
                        "select length(evidence)::text from guarded.edge where record_a = '" + min(one, other) + "'"))
                .singleElement()
                .satisfies(length -> assertThat(Integer.parseInt(length)).isGreaterThan(500));
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

    private String recorded(String given, String family) {
        return Children.recorded(Callers.of(AGENCY, "practitioner", PURPOSE), named(given, family, "2012-01-02", 2));
    }

    @Test
    void aPersonLearnsThatRecordsWereComparedAndNothingOfTheOther() {
        // Given
        var one = recorded("Kunigunde", "Asked");
        var other = recorded("Kunigund", "Aksed");
        export(one).body("sections.title", not(hasItem(DECISIONS)));

        // When
        decide(worker, one, other, "same").statusCode(201);

        // Then
        var told =
                export(one).body("sections.title", hasItem(DECISIONS)).extract().asString();
        assertThat(told).doesNotContain(other).doesNotContain("Aksed");
    }

    private static ValidatableResponse export(String record) {
        return Api.as(Callers.of(AGENCY, "manager", "SUBJECT-ACCESS"), "SUBJECT-ACCESS")
                .get("/api/identity/v1/persons/" + record + "/subject-access")
                .then()
                .statusCode(200);
    }

    private static String link(String one, String other, String verdict) {
        return "{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"%s\",\"reason\":\"recorded-twice\"}"
                .formatted(one, other, verdict);
    }

    private static ValidatableResponse decide(Tokens by, String one, String other, String verdict) {
        return Api.as(by, PURPOSE).body(link(one, other, verdict)).post(LINKS).then();
    }

    private static ValidatableResponse undo(Tokens by, String link, String decision) {
        return Api.as(by, PURPOSE)
                .body(decision)
                .post(LINKS + "/" + link + "/undoing")
                .then();
    }

    private static ValidatableResponse read(Tokens by, String path) {
        return Api.as(by, PURPOSE).get(path).then();
    }

    private ValidatableResponse identity(String record) {
        return read(worker, IDENTITIES + "of-record/" + record).statusCode(200);
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

    private static String min(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
