package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one named worker proposes and another confirms: that the seal ends, or that responsibility passes on. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class UnsealingTest {

    @Inject
    RemindingSealedReviews reminding;

    private UUID person;
    private String entry;

    @BeforeEach
    void known() {
        Hidden.directory();
        person = Scene.person("GB-KENT");
        entry = Hidden.entry(person);
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
        Hidden.end(entry);
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
        var statuses = Hidden.atOnce(
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
    void whoever_is_to_take_over_refuses_and_something_else_is_proposed() {
        // Given
        Scene.agency("GB-BATH");
        var sealed = Hidden.sealed(entry, YORK);
        var handover = handover(sealed);

        // When
        Hidden.post(Hidden.sam(), refusal(handover), "").statusCode(404);
        Hidden.post(Hidden.owen("GB-BATH"), refusal(handover), "").statusCode(204);

        // Then
        Hidden.post(Hidden.owen("GB-BATH"), taking(handover), "").statusCode(409);
        Hidden.post(Hidden.owen("GB-BATH"), refusal(handover), "").statusCode(409);
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/proposals")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("handover"))
                .body("items[0].responsible", equalTo("GB-BATH"))
                .body("items[0].outcome", equalTo("refused"));
        Hidden.get(Hidden.sam(), SEALED + "/" + sealed + "/proposals").statusCode(404);
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items[0].kind", equalTo("proposal-refused"));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed).body("responsible", equalTo(YORK));
        unsealing(sealed);
    }

    @Test
    void one_withdraws_what_one_proposed_and_another_named_worker_refuses_it() {
        // Given
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Hidden.post(Hidden.nadia(YORK), refusal(unsealing(sealed)), "").statusCode(204);
        Hidden.post(Hidden.owen(YORK), refusal(unsealing(sealed)), "").statusCode(204);

        // Then
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/proposals")
                .body("items.outcome", equalTo(List.of("refused", "withdrawn")));
        Hidden.get(Hidden.nadia(YORK), Scene.ENTRIES + "/" + entry).statusCode(404);
    }

    @Test
    void what_nobody_decides_lapses_after_two_weeks() throws SQLException {
        // Given
        Scene.agency("GB-BATH");
        var sealed = Hidden.sealed(entry, YORK);
        var handover = handover(sealed);
        asOwner("update guarded.sealing_proposal set proposed_at = proposed_at - interval '14 days' where id = '"
                + handover + "'");

        // When
        Hidden.post(Hidden.owen("GB-BATH"), taking(handover), "").statusCode(409);
        Hidden.get(Hidden.owen("GB-BATH"), "/api/register/v1/sealed-proposals")
                .body("items.id", not(hasItem(handover)));

        // Then
        Hidden.post(Hidden.owen(YORK), confirmation(unsealing(sealed)), "").statusCode(204);
        assertThat(outcomes(sealed)).containsExactly("lapsed", "agreed");
    }

    @Test
    void the_database_lets_no_one_agree_to_their_own_proposal() throws SQLException {
        var sealed = Hidden.sealed(entry, YORK);
        var proposal = unsealing(sealed);
        assertThatThrownBy(() ->
                        asOwner("update guarded.sealing_proposal set outcome = 'agreed', decided_by = proposed_by,"
                                + " decided_at = now() where id = '" + proposal + "'"))
                .hasMessageContaining("two_agree");
        asOwner("update guarded.sealing_proposal set outcome = 'refused', decided_by = proposed_by, decided_at = now(),"
                + " decided_in = pg_current_xact_id() where id = '" + proposal + "'");
        assertThatThrownBy(() -> asOwner(
                        "update guarded.sealing_proposal set decided_in = pg_current_xact_id() where id = '" + proposal
                                + "'; update guarded.sealing set unsealed_at = now() where id = '" + sealed + "'"))
                .as("a refusal is no agreement")
                .hasMessageContaining("two unseal together");
    }

    @Test
    void those_who_know_are_reminded_of_the_review_once_for_each_day() throws SQLException {
        // Given
        var sealed = Hidden.sealed(entry, YORK);
        asOwner("update guarded.sealing set review_due_on = current_date + 3 where id = '" + sealed + "'");

        // When
        reminding.run();
        reminding.run();
        asOwner("update guarded.sealing set review_due_on = current_date - 1 where id = '" + sealed + "'");
        reminding.run();

        // Then
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("review-overdue", "review-due-soon")));
        Hidden.get(Hidden.worker("colleague", YORK, "supervisor"), Scene.NOTIFICATIONS)
                .body("items", empty());
    }

    private static List<String> outcomes(String sealed) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            var rows = statement.executeQuery("select outcome from guarded.sealing_proposal where sealing_id = '"
                    + sealed + "' order by decided_at");
            var outcomes = new ArrayList<String>();
            while (rows.next()) {
                outcomes.add(rows.getString(1));
            }
            return outcomes;
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String handover(String sealed) {
        return Hidden.post(
                        Hidden.nadia(YORK),
                        SEALED + "/" + sealed + "/handovers",
                        "{\"responsible\":\"GB-BATH\",\"workers\":" + Hidden.workers("GB-BATH") + "}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String refusal(String proposal) {
        return "/api/register/v1/sealed-proposals/" + proposal + "/refusal";
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
}
