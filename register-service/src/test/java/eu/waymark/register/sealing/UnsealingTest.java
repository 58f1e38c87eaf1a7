package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one named worker proposes and another confirms: that the seal ends, or that responsibility passes on. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class UnsealingTest {

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
