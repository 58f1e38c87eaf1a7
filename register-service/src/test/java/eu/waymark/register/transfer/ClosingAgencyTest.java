package eu.waymark.register.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agency is does not change under the children for whom it is responsible; and it closes once it is for none. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ClosingAgencyTest {

    private static final String API = "/api/register/v1/";

    private final String agency =
            "GB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void directory() {
        Scene.directory();
        Scene.changed("agencies/" + agency, as("GB", "child-protection", ""));
        Scene.changed("desks/" + agency + "-DUTY", """
                {"agency":"%s","name":"Duty","kind":"duty","phone":"+44 20 5550 0102","email":"duty@example.org",
                 "hours":"day and night","languages":["en"]}""".formatted(agency));
    }

    @Test
    void an_agency_that_is_responsible_for_a_child_keeps_country_and_type_and_stays_open() {
        // Given
        var entry = opened(201).extract().<String>path("id");

        // Then: and how many there are is not said
        for (var other : new String[] {
            as("IE", "child-protection", ""), as("GB", "police", ""), as("GB", "child-protection", ",\"closed\":true")
        }) {
            var refused =
                    Scene.propose(Scene.rita(), "agencies/" + agency, other).then();
            refused.statusCode(409).body("code", equalTo("agency-holds"));
            assertThat(refused.extract().<String>path("detail")).doesNotContainPattern("\\d");
        }
        Scene.changed("agencies/" + agency, as("GB", "child-protection", ",\"area\":\"GB-KEN\""));

        // When
        handedOver(entry);

        // Then
        close();
        Api.as(Scene.rita()).get(API + "agencies/" + agency).then().body("closed", equalTo(true));
    }

    @Test
    void what_was_proposed_while_it_was_responsible_for_nobody_is_not_confirmed_when_it_is() {
        // Given
        var proposed =
                Scene.propose(Scene.rita(), "agencies/" + agency, as("GB", "child-protection", ",\"closed\":true"));
        opened(201);

        // Then
        Scene.confirm(Scene.greta(), proposed.path("id")).then().statusCode(409).body("code", equalTo("agency-holds"));
        Api.as(Scene.rita()).get(API + "agencies/" + agency).then().body("closed", nullValue());
    }

    @Test
    void a_closed_agency_takes_nobody_and_nobody_is_sent_to_it() {
        // Given
        var entry = opened(201).extract().<String>path("id");
        var transfer = handedOver(entry);
        desks().body("items.code", hasItem(agency + "-DUTY"));

        // When
        close();

        // Then
        opened(422);
        Moves.propose(Moves.kent(), entry, agency).statusCode(422).body("code", equalTo("no-receiver"));
        desks().body("items.code", not(hasItem(agency + "-DUTY")));
        Api.as(Moves.kent(), Moves.PURPOSE)
                .body("{\"entryId\":\"%s\",\"kind\":\"may-move\",\"to\":[{\"country\":\"GB\",\"agency\":\"%s\"}]}"
                        .formatted(entry, agency))
                .post(API + "movements")
                .then()
                .statusCode(201)
                .body("notices.agency", not(hasItem(agency)));

        // Then: its past stays
        Moves.read(worker(), transfer).statusCode(200).body("status", equalTo("accepted"));

        // When: it opens again
        Scene.changed("agencies/" + agency, as("GB", "child-protection", ""));

        // Then
        opened(201);
    }

    @Test
    void nobody_becomes_responsible_who_no_longer_may() {
        // Given
        var entry = Moves.entry();
        var transfer = Moves.propose(Moves.kent(), entry, agency)
                .statusCode(201)
                .extract()
                .<String>path("id");
        Moves.receive(worker(), transfer, 0).statusCode(200);

        // When
        Scene.changed("agencies/" + agency, as("GB", "police", ""));

        // Then
        Moves.accept(worker(), transfer, 1).statusCode(422).body("code", equalTo("no-receiver"));
        Moves.readEntry(Moves.kent(), entry).statusCode(200);
        Moves.reject(worker(), transfer, 1).statusCode(200);
    }

    @Test
    void the_database_refuses_it_whoever_writes() throws SQLException {
        // Given
        var entry = opened(201).extract().<String>path("id");

        // Then
        for (var change : new String[] {"country = 'IE'", "type = 'police'", "closed = true"}) {
            assertThatThrownBy(() -> owner(update(change))).hasMessageContaining("keeps its country and type");
        }
        owner(update("name = 'Another name'"));

        // Then: the twin
        handedOver(entry);
        owner(update("closed = true"));
        owner(update("type = 'police'"));
    }

    @Test
    void the_database_hands_nobody_to_an_agency_that_has_closed_or_cannot_hold() throws SQLException {
        // Given
        var entry = Moves.entry();
        var transfer = Moves.propose(Moves.kent(), entry, agency)
                .statusCode(201)
                .extract()
                .<String>path("id");
        Moves.receive(worker(), transfer, 0).statusCode(200);
        var accepted = """
                begin;
                update guarded.transfer set status = 'accepted', decided_by = 'x', decided_at = now(),
                       conference_on = current_date, version = version + 1 where id = '%s';
                update guarded.entry set holder = '%s', version = version + 1 where id = '%s';
                commit""".formatted(transfer, agency, entry);
        var opened = """
                insert into guarded.entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
                       'person_record_id', gen_random_uuid(), 'holder', '%s'))).* from guarded.entry e where id = '%s'""".formatted(agency, entry);

        // Then
        owner(update("closed = true"));
        assertThatThrownBy(() -> owner(accepted)).hasMessageContaining("becomes responsible for nobody");
        assertThatThrownBy(() -> owner(opened)).hasMessageContaining("becomes responsible for nobody");
        owner(update("closed = false, type = 'police'"));
        assertThatThrownBy(() -> owner(accepted)).hasMessageContaining("becomes responsible for nobody");

        // Then: the twin
        owner(update("type = 'child-protection'"));
        owner(opened);
        owner(accepted);
    }

    private String update(String change) {
        return "update agency set " + change + " where code = '" + agency + "'";
    }

    private void close() {
        Scene.changed("agencies/" + agency, as("GB", "child-protection", ",\"closed\":true"));
    }

    private String handedOver(String entry) {
        var transfer = Moves.propose(worker(), entry, "GB-KENT")
                .statusCode(201)
                .extract()
                .<String>path("id");
        Moves.receive(Moves.kent(), transfer, 0).statusCode(200);
        Moves.accept(Moves.kent(), transfer, 1).statusCode(200);
        return transfer;
    }

    private ValidatableResponse opened(int status) {
        return Api.as(worker(), Moves.PURPOSE)
                .body(Scene.newEntry(Scene.person(agency)))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse desks() {
        return Api.as(Scene.rita()).get(API + "desks").then().statusCode(200);
    }

    private Tokens worker() {
        return Moves.worker("worker-" + agency, agency, "practitioner");
    }

    private static String as(String country, String type, String more) {
        return "{\"name\":\"A small council\",\"country\":\"" + country + "\",\"type\":\"" + type + "\"" + more + "}";
    }

    private static void owner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
