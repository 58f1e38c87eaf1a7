package eu.waymark.register;

import static eu.waymark.register.Erasures.approved;
import static eu.waymark.register.Erasures.ended;
import static eu.waymark.register.Erasures.rows;
import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.persistence.erasure.ErasingPersons;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Relayed;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the register holds about a child goes when two people of identity's agency have decided so, and not before. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ErasureTest {

    @Inject
    ErasingPersons erasing;

    private UUID person = new UUID(0, 0);

    private String entry = "";

    @BeforeEach
    void aChildIsEntered() {
        Scene.directory();
        person = Scene.person("GB-KENT");
        entry = Erasures.entered(person);
    }

    @Test
    void nothing_is_left_of_an_ended_one_and_identity_is_told() throws SQLException {
        // Given: a look, which the holder has been told of and has read
        var claire = Scene.claire("claire-" + UUID.randomUUID());
        Scene.found(person, CERTAIN);
        Api.as(claire, ASSESS).body(ANNA).post(CHECKS).then().statusCode(200);
        ended(entry);
        approved(person, UUID.randomUUID());
        erasing.run();
        assertThat(rows("entry where id = '" + entry + "'")).as("unread").isEqualTo(1);
        read("GB-KENT");

        // When
        erasing.run();

        // Then
        var events = Scene.events("service:register-service");
        assertThat(events).contains("\"type\":\"register.person.erased\"").contains(Scene.tag(person));
        assertThat(dump())
                .noneMatch(row -> row.contains(entry))
                .filteredOn(row -> row.contains(person.toString()))
                .singleElement()
                .asString()
                .contains(person.toString());
        Scene.found(person, CERTAIN);
        Api.as(claire, ASSESS).body(ANNA).post(CHECKS).then().statusCode(200).body("matches", empty());

        // When: the log has all
        assertThat(rows("public.audit_outbox where sealed is not null and event like '%" + Scene.tag(person) + "%'"))
                .isPositive();
        erasing.run();
        assertThat(confirmed()).isZero();
        Relayed.events();
        erasing.run();

        // Then
        assertThat(rows("public.audit_outbox where sealed is not null and event like '%" + Scene.tag(person) + "%'"))
                .isZero();
        assertThat(confirmed()).isEqualTo(1);
        assertThat(rows("public.person_erasure where record_id = '" + person + "' and tag is not null"))
                .isZero();
    }

    @Test
    void a_confirmation_that_identity_does_not_take_is_repeated() throws SQLException {
        // Given
        ended(entry);
        approved(person, UUID.randomUUID());
        erasing.run();
        Relayed.events();
        var away = ConfigProvider.getConfig().getValue("waymark.services.identity.url", String.class) + "/away";
        RestAssured.given().body("").put(away).then().statusCode(204);
        erasing.run();
        erasing.run();
        assertThat(confirmed()).isZero();

        // When
        RestAssured.given().delete(away).then().statusCode(204);
        erasing.run();

        // Then
        assertThat(confirmed()).isEqualTo(1);
        assertThat(Scene.events("service:register-service").split(Scene.tag(person)))
                .hasSize(2);
    }

    @Test
    void a_fact_repeated_and_one_about_nobody_known_do_no_harm() throws SQLException {
        // Given
        ended(entry);
        var fact = UUID.randomUUID();
        approved(person, fact);
        erasing.run();
        var unknown = person;
        person = UUID.randomUUID();
        approved(person, UUID.randomUUID());

        // When
        erasing.run();
        person = unknown;
        approved(person, fact);
        approved(person, UUID.randomUUID());
        erasing.run();

        // Then
        assertThat(rows("public.person_erasure where record_id = '" + person + "'"))
                .isEqualTo(1);
        assertThat(Scene.events("service:register-service").split(Scene.tag(person)))
                .hasSize(2);
    }

    @Test
    void nothing_begins_on_an_erased_record() throws SQLException {
        // Given
        ended(entry);
        approved(person, UUID.randomUUID());
        erasing.run();
        var by = Tokens.person("sarah-" + person)
                .agency("GB-KENT")
                .country("GB")
                .roles("practitioner")
                .purposes("CP-PLAN");

        // When
        var refused =
                Api.as(by, "CP-PLAN").body(Scene.newEntry(person)).post(ENTRIES).then();

        // Then
        refused.statusCode(410).body("code", equalTo("erased"));
        assertThat(Scene.events("sarah-" + person))
                .contains("\"outcomeCode\":\"erased\"")
                .doesNotContain(Scene.tag(person));
        assertThat(rows("entry where person_record_id = '" + person + "'")).isZero();
        Api.as(Scene.tom(), "CP-PLAN")
                .body(Scene.newEntry(person))
                .post(ENTRIES)
                .then()
                .statusCode(404);
    }

    /** Acknowledges whatever is in an inbox. */
    private static void read(String agency) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("update guarded.notification set acknowledged_by = 'sarah', acknowledged_at = now()"
                    + " where agency = '" + agency + "' and acknowledged_at is null");
        }
    }

    private long confirmed() throws SQLException {
        return rows("public.person_erasure where record_id = '" + person + "' and confirmed_at is not null");
    }

    /** All rows but those of outboxes, which keep their events for a while. */
    private static List<String> dump() throws SQLException {
        var dump = new ArrayList<String>();
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                            + " where table_type = 'BASE TABLE' and table_schema in ('public', 'guarded')"
                            + " and table_name <> 'audit_outbox'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        dump.add(rows.getString(1));
                    }
                }
            }
        }
        return dump;
    }
}
