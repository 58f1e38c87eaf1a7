package eu.waymark.register;

import static eu.waymark.register.Erasures.approved;
import static eu.waymark.register.Erasures.ended;
import static eu.waymark.register.Erasures.rows;
import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.persistence.erasure.ErasingPersons;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the register holds about a child stays while something goes on about it, and until somebody has decided. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class KeptFromErasureTest {

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
    void an_active_entry_keeps_its_child() throws SQLException {
        // Given
        approved(person, UUID.randomUUID());

        // When
        erasing.run();

        // Then
        assertThat(rows("entry where id = '" + entry + "'")).isEqualTo(1);
        assertThat(rows("public.person_erasure where record_id = '" + person + "' and erased_at is null"))
                .isEqualTo(1);
        Api.as(Scene.sarah(), "CP-PLAN").get(ENTRIES + "/" + entry).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status = 'withdrawn', version = 1", "starts_on = current_date - 9, ends_on = current_date - 1"})
    void work_on_an_ended_entry_keeps_its_child_until_it_is_done(String done) throws SQLException {
        // Given
        ended(entry);
        owner("""
                insert into guarded.travel_flag (id, entry_id, agency, ground, decision_maker, starts_on, ends_on, status,
                                                 written_by, written_at, version)
                values ('%1$s', '%1$s', 'GB-KENT', 'fgm', 'Family court', current_date, current_date + 30, 'active', 'sarah', now(), 0)""".formatted(entry));
        approved(person, UUID.randomUUID());

        // When
        erasing.run();

        // Then
        assertThat(rows("entry where id = '" + entry + "'")).isEqualTo(1);

        // When
        owner("update guarded.travel_flag set " + done + " where id = '" + entry + "'");
        erasing.run();

        // Then
        assertThat(rows("entry where id = '" + entry + "'")).isZero();
        assertThat(rows("travel_flag where id = '" + entry + "'")).isZero();
    }

    @Test
    void without_an_approval_the_database_erases_nothing() throws SQLException {
        ended(entry);
        try (var app = Database.asApp();
                var statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select audit_open_permit()");
            assertThatThrownBy(() -> statement.execute("select person_forget('" + person + "')"))
                    .hasMessageContaining("not to be erased");
        }
    }

    /** A table that somebody adds later must not keep what erasure should take. */
    @Test
    void whatever_hangs_on_an_entry_or_names_a_record_is_reached() throws SQLException {
        var withoutCascade = """
                select conrelid::regclass::text from pg_constraint
                 where contype = 'f' and confrelid = 'guarded.entry'::regclass and confdeltype <> 'c'""";
        assertThat(names(withoutCascade))
                .containsExactlyInAnyOrder(
                        "guarded.disclosure",
                        "guarded.transfer",
                        "guarded.check_match",
                        "guarded.look",
                        "guarded.review",
                        "guarded.entry_holder",
                        "guarded.entry_version");
        var naming = """
                select table_name from information_schema.columns
                 where table_schema = 'guarded' and column_name = 'person_record_id'
                   and table_name in (select tablename from pg_tables where schemaname = 'guarded')""";
        assertThat(names(naming)).containsExactlyInAnyOrder("entry", "notification", "relation", "sealing");
    }

    private static void owner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> names(String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
