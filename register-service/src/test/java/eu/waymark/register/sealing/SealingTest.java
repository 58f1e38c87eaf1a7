package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario S4: a hidden move, the register's part. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class SealingTest {

    private static final String ACCEPT = "{\"decision\":\"accept\",\"necessity\":\"Lyon assesses the same child.\"}";

    private UUID person;
    private String entry;

    @BeforeEach
    void known() {
        Hidden.directory();
        person = Scene.person("GB-KENT");
        entry = Hidden.entry(person);
    }

    @Test
    void named_workers_see_the_truth_and_everybody_else_nothing_of_it() {
        // When
        var sealed = Hidden.sealed(entry, YORK);

        // Then
        Hidden.get(Hidden.owen(YORK), SEALED + "/" + sealed)
                .statusCode(200)
                .body("responsible", equalTo(YORK))
                .body("summary", containsString("Core group"))
                .body("workers", hasSize(2));
        var colleague = Hidden.worker("colleague", YORK, "supervisor");
        var moved = Hidden.worker("nadia-" + YORK, "GB-LEEDS", "practitioner");
        for (var other : List.of(colleague, moved, Hidden.sam(), Scene.sarah())) {
            Hidden.get(other, SEALED).statusCode(200).body("items", empty());
            assertThat(problem(other, sealed))
                    .isEqualTo(problem(other, UUID.randomUUID().toString()));
        }
        Hidden.get(Scene.sarah(), Scene.ENTRIES + "/" + entry)
                .statusCode(200)
                .body("holder", equalTo("GB-KENT"))
                .body("status", equalTo("active"));
    }

    private static String problem(Tokens by, String id) {
        return Hidden.get(by, SEALED + "/" + id).statusCode(404).extract().path("detail");
    }

    @Test
    void who_looks_is_told_to_the_named_workers_and_no_more_to_the_old_agency() {
        // Given
        var colleague = Hidden.worker("colleague-" + UUID.randomUUID(), "GB-KENT", "practitioner");
        var before = Hidden.anybodyAbroad();
        Hidden.check(before, person);
        var looks = Scene.ENTRIES + "/" + entry + "/lookups";
        Hidden.get(Scene.sarah(), looks).body("items", hasSize(1));
        Hidden.get(colleague, looks).body("items", empty());
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Hidden.check(Hidden.anybodyAbroad(), person);
        Hidden.check(colleague, person);

        // Then
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/looks")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[1].agency", equalTo("FR-69-CRIP"));
        Hidden.get(Scene.sarah(), looks).body("items", hasSize(1));
        Hidden.get(colleague, looks).body("items", hasSize(1));
        assertThat(told(Scene.sarah(), entry)).isEqualTo(1);
        assertThat(told(colleague, entry)).isZero();
    }

    private static long told(Tokens by, String entry) {
        List<String> references = Api.as(by, Scene.ASSESS)
                .get(Scene.NOTIFICATIONS + "?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == 'look-confirmed' }.reference");
        return references.stream().filter(entry::equals).count();
    }

    @Test
    void a_request_for_content_is_decided_behind_the_seal_and_answered_by_the_country() {
        // Given
        var claire = Hidden.anybodyAbroad();
        var sealed = Hidden.sealed(entry, YORK);
        var request = Api.as(claire, Scene.ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body("{\"handle\":\"" + Hidden.check(claire, person) + "\"}")
                .post(Scene.DISCLOSURES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Hidden.get(Scene.sarah(), Scene.DISCLOSURES + "/" + request).statusCode(404);
        Hidden.get(Scene.sarah(), Scene.DISCLOSURES).body("items.id", not(hasItem(request)));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/requests").body("items[0].id", equalTo(request));

        // When
        Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body(ACCEPT)
                .post(SEALED + "/" + sealed + "/requests/" + request + "/decisions")
                .then()
                .statusCode(200);

        // Then
        Hidden.get(claire, Scene.DISCLOSURES + "/" + request)
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("content.contact.code", equalTo("GB-NATIONAL"))
                .body(not(containsString("YORK")));
        Hidden.get(claire, Scene.NOTIFICATIONS).body("items[0].fromAgency", equalTo("GB"));
        Hidden.post(Hidden.owen(YORK), SEALED + "/" + sealed + "/requests/" + UUID.randomUUID() + "/decisions", ACCEPT)
                .statusCode(404);
    }

    @Test
    void who_breaks_the_glass_is_told_behind_the_seal() {
        // Given
        Scene.agency("GB-NHS");
        var sealed = Hidden.sealed(entry, YORK);
        var doctor = Tokens.person("doctor-" + UUID.randomUUID())
                .agency("GB-NHS")
                .country("GB")
                .agencyType("health")
                .roles("practitioner")
                .purposes("CP-EMERGENCY", Scene.ASSESS);

        // When
        var handle = Hidden.check(doctor, person);
        var opened = Api.as(doctor, "CP-EMERGENCY")
                .body("{\"reason\":\"Found injured at the station.\",\"handle\":\"" + handle + "\"}")
                .post("/api/register/v1/emergency-access")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        // Then
        Hidden.get(Scene.sarah(), Scene.NOTIFICATIONS).body("items.reference", not(hasItem(opened)));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("emergency-opened")));
    }

    @Test
    void sealing_again_is_answered_like_the_first_and_told_to_the_named_workers() {
        // Given
        Scene.agency("GB-BATH");
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Hidden.seal(Hidden.sam(), entry, "GB-BATH").statusCode(204);

        // Then
        Hidden.get(Hidden.nadia("GB-BATH"), SEALED).body("items", empty());
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("sealing-asked-again")));
    }

    @Test
    void what_the_old_agency_does_goes_on_and_is_told_and_ending_it_ends_no_protection() {
        // Given
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Api.as(Scene.sarah(), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"%s\"}"
                        .formatted(LocalDate.now().minusYears(2)))
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200)
                .body("status", equalTo("ended"));

        // Then
        assertThat(Hidden.check(Hidden.anybodyAbroad(), person)).isNotNull();
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("front-ended")));
        var open = Scene.person("GB-KENT");
        end(Hidden.entry(open));
        assertThat(Hidden.check(Hidden.anybodyAbroad(), open))
                .as("one that is not sealed")
                .isNull();
    }

    private static void end(String entry) {
        Api.as(Scene.sarah(), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"%s\"}"
                        .formatted(LocalDate.now().minusYears(2)))
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
    }

    @Test
    void only_a_supervisor_of_the_holder_seals_to_two_people_of_an_agency_of_the_country() {
        var one = "[{\"subject\":\"nadia-GB-YORK\"}]";
        var twice = "[{\"subject\":\"nadia-GB-YORK\"},{\"subject\":\"nadia-GB-YORK\"}]";
        Hidden.seal(Scene.sarah(), entry, YORK).statusCode(403);
        Hidden.seal(Hidden.worker("ida", "GB-LEEDS", "supervisor"), entry, YORK).statusCode(404);
        Hidden.seal(Hidden.sam(), entry, YORK, one).statusCode(422);
        Hidden.seal(Hidden.sam(), entry, YORK, twice).statusCode(422);
        Hidden.seal(Hidden.sam(), entry, "FR-69-CRIP").statusCode(422).body("code", equalTo("no-receiver"));
        Hidden.seal(Hidden.sam(), entry, "GB-CA").statusCode(422).body("code", equalTo("no-receiver"));
    }

    @Test
    void the_truth_is_reviewed_by_the_national_calendar_and_never_known_to_fewer_than_two() {
        // Given
        var sealed = SEALED + "/" + Hidden.sealed(entry, YORK);
        var review = """
                {"measure":"GB-ENG-CPP","harms":["trafficking"],"risk":"medium","summary":"Goes to school.","decidedOn":"%s"}""".formatted(LocalDate.now());

        // When
        Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .body(review)
                .post(sealed + "/reviews")
                .then()
                .statusCode(428);
        Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body(review)
                .post(sealed + "/reviews")
                .then()
                .statusCode(200)
                .body("risk", equalTo("medium"))
                .body("summary", equalTo("Goes to school."))
                .header("ETag", "\"1\"");

        // Then
        Hidden.get(Scene.sarah(), Scene.ENTRIES + "/" + entry)
                .body("risk", equalTo("high"))
                .body("version", equalTo(0));
        name(sealed, "[{\"subject\":\"nadia-GB-YORK\"}]").statusCode(422);
        name(sealed, "[{\"subject\":\"nadia-GB-YORK\"},{\"subject\":\"pia\"}]")
                .statusCode(200)
                .body("version", equalTo(2));
        Hidden.get(Hidden.owen(YORK), sealed).statusCode(404);
        Hidden.get(Hidden.worker("pia", YORK, "practitioner"), sealed)
                .statusCode(200)
                .body("version", equalTo(2));
    }

    private static ValidatableResponse name(String sealed, String workers) {
        return Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .header("If-Match", "\"1\"")
                .body("{\"workers\":" + workers + "}")
                .put(sealed + "/workers")
                .then();
    }

    @Test
    void two_named_workers_unseal_and_their_agency_becomes_the_holder() {
        // Given
        var sealed = Hidden.sealed(entry, YORK);
        var proposal = unsealing(sealed);
        Hidden.post(Hidden.nadia(YORK), SEALED + "/" + sealed + "/unsealings", "")
                .statusCode(409);
        Hidden.post(Hidden.nadia(YORK), confirmation(proposal), "").statusCode(409);
        Hidden.post(Hidden.sam(), confirmation(proposal), "").statusCode(404);

        // When
        Hidden.post(Hidden.owen(YORK), confirmation(proposal), "").statusCode(204);

        // Then
        Hidden.get(Hidden.nadia(YORK), Scene.ENTRIES + "/" + entry)
                .statusCode(200)
                .body("holder", equalTo(YORK))
                .body("summary", containsString("Core group"));
        Api.as(Hidden.worker("sarah", "GB-KENT", "practitioner"), "CP-TRANSFER")
                .get(Scene.ENTRIES + "/" + entry)
                .then()
                .statusCode(200)
                .body("holder", equalTo("GB-KENT"));
        Hidden.get(Hidden.nadia(YORK), Scene.ENTRIES + "/" + entry + "/workers").body("workers", hasSize(2));
        Hidden.post(Hidden.owen(YORK), SEALED + "/" + sealed + "/unsealings", "")
                .statusCode(409);
        Hidden.seal(Hidden.worker("una", YORK, "supervisor"), entry, YORK).statusCode(204);
    }

    @Test
    void an_unsealing_opens_a_new_entry_where_the_old_agency_has_ended_its_own() {
        // Given
        var sealed = Hidden.sealed(entry, YORK);
        end(entry);
        var proposal = unsealing(sealed);

        // When
        Hidden.post(Hidden.owen(YORK), confirmation(proposal), "").statusCode(204);

        // Then
        Hidden.get(Hidden.nadia(YORK), Scene.ENTRIES)
                .body("items[0].personRecordId", equalTo(person.toString()))
                .body("items[0].status", equalTo("active"))
                .body("items[0].summary", containsString("Core group"));
    }

    @Test
    void of_two_who_confirm_at_once_one_unseals() throws Exception {
        // Given
        var three = "[{\"subject\":\"nadia-GB-YORK\"},{\"subject\":\"owen-GB-YORK\"},{\"subject\":\"pia\"}]";
        Hidden.seal(Hidden.sam(), entry, YORK, three).statusCode(204);
        var sealed = Hidden.truth(entry, YORK);
        var proposal = unsealing(sealed);

        // When
        var statuses = atOnce(
                () -> Hidden.post(Hidden.owen(YORK), confirmation(proposal), "")
                        .extract()
                        .statusCode(),
                () -> Hidden.post(Hidden.worker("pia", YORK, "practitioner"), confirmation(proposal), "")
                        .extract()
                        .statusCode());

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertThat(holders()).isEqualTo(1);
    }

    @Test
    void naming_and_sealing_at_once_leave_one_truth() throws Exception {
        // When
        var statuses = atOnce(
                () -> Hidden.seal(Hidden.sam(), entry, YORK).extract().statusCode(),
                () -> Hidden.seal(Hidden.sam(), entry, YORK).extract().statusCode());

        // Then
        assertThat(statuses).containsExactly(204, 204);
        Hidden.get(Hidden.nadia(YORK), SEALED + "?limit=100")
                .body("items.findAll { it.entryId == '" + entry + "' }", hasSize(1));
    }

    @Test
    void responsibility_passes_to_those_who_take_it() {
        // Given
        Scene.agency("GB-BATH");
        var sealed = Hidden.sealed(entry, YORK);
        var handover = Hidden.post(
                        Hidden.nadia(YORK),
                        SEALED + "/" + sealed + "/handovers",
                        "{\"responsible\":\"GB-BATH\",\"workers\":" + Hidden.workers("GB-BATH") + "}")
                .statusCode(201)
                .extract()
                .<String>path("id");
        Hidden.get(Hidden.nadia("GB-BATH"), SEALED + "/" + sealed).statusCode(404);
        Hidden.post(Hidden.owen(YORK), taking(handover), "").statusCode(409);
        Hidden.post(Hidden.sam(), taking(handover), "").statusCode(404);
        Hidden.get(Hidden.owen("GB-BATH"), "/api/register/v1/sealed-proposals").body("items.id", hasItem(handover));

        // When
        Hidden.post(Hidden.owen("GB-BATH"), taking(handover), "").statusCode(204);

        // Then
        Hidden.get(Hidden.nadia("GB-BATH"), SEALED + "/" + sealed)
                .statusCode(200)
                .body("responsible", equalTo("GB-BATH"));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed).statusCode(404);
        Hidden.post(Hidden.nadia("GB-BATH"), taking(handover), "").statusCode(409);
    }

    @Test
    void events_of_named_workers_hide_the_child_and_the_agency() throws SQLException {
        // Given
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed).statusCode(200);

        // Then
        assertThat(Scene.events("nadia-" + YORK))
                .contains("register.sealed.read")
                .doesNotContain(Scene.tag(person), "\"agency\"", sealed);
        assertThat(Scene.details("nadia-" + YORK, "register.sealed.read")).contains(Scene.tag(person), YORK, sealed);
        assertThat(Scene.events("supervisor-sam")).doesNotContain("seal", YORK);
    }

    private long holders() throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select count(*) from guarded.entry_holder where entry_id = ? and upper_inf(during)")) {
            select.setObject(1, UUID.fromString(entry));
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String unsealing(String sealed) {
        return Hidden.post(Hidden.nadia(YORK), SEALED + "/" + sealed + "/unsealings", "")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String confirmation(String proposal) {
        return "/api/register/v1/sealed-proposals/" + proposal + "/confirmation";
    }

    private static String taking(String handover) {
        return "/api/register/v1/sealed-proposals/" + handover + "/acceptance";
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(one);
            var second = pool.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
