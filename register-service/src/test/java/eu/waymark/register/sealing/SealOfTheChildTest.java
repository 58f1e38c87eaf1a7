package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Passing;
import eu.waymark.register.Scene;
import eu.waymark.register.transfer.Moves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is the child who is hidden: what the old agency does with its entry, or with another of the child, changes nothing. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class SealOfTheChildTest {

    private UUID person;
    private String entry;
    private String sealed;

    @BeforeEach
    void hidden() {
        Hidden.directory();
        person = Scene.person("GB-KENT");
        entry = Hidden.entry(person);
        sealed = Hidden.sealed(entry, YORK);
    }

    @Test
    void an_entry_that_is_opened_after_the_end_of_the_first_is_a_front_too() {
        // Given
        Hidden.end(entry);
        var second = Hidden.entry(person);

        // When
        Hidden.check(Hidden.anybodyAbroad(), person);

        // Then
        Hidden.get(Scene.sarah(), Scene.ENTRIES + "/" + second + "/lookups").body("items", hasSize(0));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/looks").body("items", hasSize(1));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("front-workers-named", "front-opened", "front-ended")));
    }

    @Test
    void a_second_seal_on_the_second_entry_is_told_to_those_who_know() {
        // Given
        Scene.agency("GB-BATH");
        Hidden.end(entry);
        var second = Hidden.entry(person);

        // When
        Hidden.seal(Hidden.sam(), second, "GB-BATH").statusCode(204);

        // Then
        Hidden.get(Hidden.nadia("GB-BATH"), SEALED).body("items", hasSize(0));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items[0].kind", equalTo("sealing-asked-again"));
    }

    @Test
    void an_end_that_is_said_to_be_long_ago_or_of_the_wrong_child_tells_nothing() throws SQLException {
        // Given
        var open = Scene.person("GB-KENT");
        var itsEntry = Hidden.entry(open);

        // When
        for (var one : List.of(entry, itsEntry)) {
            end(one, "wrong-child", LocalDate.now().minusYears(2));
        }

        // Then
        assertThat(Hidden.check(Hidden.anybodyAbroad(), person)).isNotNull();
        assertThat(Hidden.check(Hidden.anybodyAbroad(), open)).isNotNull();
        Passing.sinceTheEndOf(itsEntry, 29);
        assertThat(Hidden.check(Hidden.anybodyAbroad(), open)).isNull();
        Passing.sinceTheEndOf(entry, 500);
        assertThat(Hidden.check(Hidden.anybodyAbroad(), person))
                .as("protection goes on")
                .isNotNull();
    }

    private static void end(String entry, String reason, LocalDate on) {
        Api.as(Scene.sarah(), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"%s\",\"decidedOn\":\"%s\"}".formatted(reason, on))
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
    }

    @Test
    void who_held_the_entry_a_moment_ago_neither_seals_it_nor_passes_it_on() throws Exception {
        // Given
        var another = Hidden.entry(Scene.person("GB-KENT"));
        Moves.handedOver(another, "GB-LEEDS");

        // When
        Hidden.seal(Hidden.sam(), another, YORK).statusCode(404);

        // Then: nor does the database take it from code that has looked before the entry was passed on
        assertThatThrownBy(() -> asKent("select seal_entry('%s', gen_random_uuid(), 'sam', 'GB-YORK', '[]', '', '', '')"
                        .formatted(another)))
                .hasMessageContaining("the holder of an active entry seals it");
        assertThatThrownBy(() -> asKent("""
                insert into guarded.transfer (id, entry_id, from_agency, to_agency, reason, status, proposed_by, proposed_at,
                    clock_rule, clock_start, version)
                values (gen_random_uuid(), '%s', 'GB-KENT', 'GB-YORK', 'child-moved', 'proposed', 'sarah', now(),
                    'EN-TIN', 'referral-received', 0)""".formatted(another)))
                .hasMessageContaining("the holder of an active entry passes it on");
    }

    private static void asKent(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select audit_open_permit(), set_config('waymark.agency', 'GB-KENT', true)");
            statement.execute(sql);
            owner.rollback();
        }
    }

    @Test
    void a_seal_waits_for_a_transfer_under_way_and_then_finds_another_holder() throws Exception {
        // Given
        var another = Hidden.entry(Scene.person("GB-KENT"));
        var transfer = Moves.proposed(another);
        Moves.receive(Moves.leeds(), transfer, 0).statusCode(200);

        // When
        var statuses = Passing.oneAfterTheOther(
                another,
                () -> Moves.accept(Moves.leeds(), transfer, 1).extract().statusCode(),
                () -> Hidden.seal(Hidden.sam(), another, YORK).extract().statusCode());

        // Then
        assertThat(statuses).containsExactly(200, 404);
        Hidden.get(Hidden.nadia(YORK), SEALED + "?limit=100")
                .body("items.findAll { it.entryId == '" + another + "' }", hasSize(0));
    }

    @Test
    void whoever_took_the_front_over_is_told_that_an_unsealing_has_taken_it() {
        // Given
        Moves.handedOver(entry, "GB-LEEDS");
        var proposal = Hidden.post(Hidden.nadia(YORK), SEALED + "/" + sealed + "/unsealings", "")
                .statusCode(201)
                .extract()
                .<String>path("id");

        // When
        Hidden.post(Hidden.owen(YORK), "/api/register/v1/sealed-proposals/" + proposal + "/confirmation", "")
                .statusCode(204);

        // Then
        Hidden.get(Hidden.owen(YORK), Scene.ENTRIES + "/" + entry).body("holder", equalTo(YORK));
        var taken = Hidden.get(Hidden.worker("tina", "GB-LEEDS", "practitioner"), Scene.NOTIFICATIONS)
                .body("items.kind", hasItem("transfer-accepted"))
                .extract()
                .<String>path("items.find { it.kind == 'transfer-accepted' }.reference");
        Api.as(Hidden.worker("tina", "GB-LEEDS", "practitioner"), "CP-TRANSFER")
                .get("/api/register/v1/transfers/" + taken)
                .then()
                .statusCode(200)
                .body("fromAgency", equalTo("GB-LEEDS"))
                .body("toAgency", equalTo(YORK));
    }

    @Test
    void a_hidden_child_is_counted_in_its_country_whatever_became_of_the_front() throws SQLException {
        // When
        var before = counted();
        Hidden.end(entry);

        // Then
        assertThat(counted()).isEqualTo(before);
        Hidden.end(Hidden.entry(Scene.person("GB-KENT")));
        assertThat(counted()).as("one who is not hidden").isEqualTo(before);
    }

    private static long counted() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select audit_open_permit()");
            var rows = statement.executeQuery(
                    "select sum(children) from count_children(now() + interval '1 day') where country = 'GB'");
            rows.next();
            var children = rows.getLong(1);
            owner.rollback();
            return children;
        }
    }
}
