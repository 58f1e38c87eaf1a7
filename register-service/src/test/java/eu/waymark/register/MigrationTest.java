package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was in the database before a migration is there after it. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class MigrationTest {

    private static final String CHILD = "00000000-0000-4000-8000-0000000000c1";

    /** An entry, and notifications that lead to it by themselves, by a disclosure and by a transfer; and one by nothing. */
    private static final String TOLD = """
            insert into agency values ('GB-OLD', 'Old', 'GB', null, 'child-protection'),
                ('GB-NEW', 'New', 'GB', null, 'child-protection');
            insert into desk values ('GB-OLD-DUTY', 'GB-OLD', 'Duty', 'duty', '+44 1632 960100', 'duty@old.example', 'always', '{en}');
            insert into agreement values ('FR-GB', 'FR', 'GB', 'hague-1996-34', 'request', '{CP-ASSESS}', '2020-01-01');
            insert into measure values ('GB-OLD-PLAN', 'GB-ENG', 'plan', 'en', 'registered-plan');
            insert into guarded.entry values ('00000000-0000-4000-8000-000000000001', '%1$s', 'GB-OLD-PLAN', '{neglect}',
                'high', 'active', 'GB-OLD', '2026-01-01', '2027-01-01', null, null, '\\x01', '\\x02', now(), 0);
            insert into guarded.child_check values ('00000000-0000-4000-8000-000000000002', 'asker', 'FR-NEW', 'FR',
                'CP-ASSESS', now(), 'hit');
            insert into guarded.check_match values ('00000000-0000-4000-8000-000000000003',
                '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'hit', 'agree', 'agree',
                'agree', now(), now());
            insert into guarded.disclosure values ('00000000-0000-4000-8000-000000000004',
                '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'GB-OLD', 'FR-NEW', 'FR',
                'asker', 'Asker', 'CP-ASSESS', 'hague-1996-34', 'FR-GB', now(), '2027-01-01', 'requested', null, null, null,
                null, null, 0);
            insert into guarded.transfer (id, entry_id, from_agency, to_agency, reason, status, proposed_by, proposed_at,
                clock_rule, clock_start, version) values ('00000000-0000-4000-8000-000000000005',
                '00000000-0000-4000-8000-000000000001', 'GB-OLD', 'GB-NEW', 'child-moved', 'proposed', 'worker', now(),
                'EN-TIN', 'referral-received', 0);
            insert into guarded.notification (id, agency, kind, reference, from_agency, created_at, person_record_id) values
                (gen_random_uuid(), 'GB-OLD', 'look-confirmed', '00000000-0000-4000-8000-000000000001', 'FR-NEW', now(), null),
                (gen_random_uuid(), 'GB-OLD', 'disclosure-requested', '00000000-0000-4000-8000-000000000004', 'FR-NEW', now(), null),
                (gen_random_uuid(), 'GB-NEW', 'transfer-proposed', '00000000-0000-4000-8000-000000000005', 'GB-OLD', now(), null),
                (gen_random_uuid(), 'GB-OLD', 'referral-received', gen_random_uuid(), 'GB-NEW', now(), '%2$s'),
                (gen_random_uuid(), 'GB-OLD', 'referral-sent', gen_random_uuid(), 'GB-NEW', now(), null)""";

    /** What stands behind a seal of that entry: one who was taken off, two who know, and two who are asked. */
    private static final String HIDDEN = """
            insert into guarded.sealing values ('00000000-0000-4000-8000-000000000006',
                '00000000-0000-4000-8000-000000000001', '%s', 'GB-NEW', 'GB-OLD-PLAN', '{neglect}', 'high', '2026-01-01',
                '2027-01-01', '\\x01', '\\x02', 'head', now(), null, 0);
            insert into guarded.sealing_worker (sealing_id, subject, agency, name, named_by, during)
            select '00000000-0000-4000-8000-000000000006', subject, 'GB-NEW', subject, 'head', during
              from (values ('former', tstzrange('2026-01-01', '2026-02-01')), ('nadia', tstzrange('2026-01-01', null)),
                ('owen', tstzrange('2026-01-01', null))) named (subject, during);
            insert into guarded.sealing_proposal (id, sealing_id, kind, to_agency, workers, proposed_by, proposed_at)
            values (gen_random_uuid(), '00000000-0000-4000-8000-000000000006', 'handover', 'GB-OLD',
                '[{"subject":"pia"},{"subject":"owen"}]', 'nadia', now());""";

    /** A second entry of the child, sealed by itself, and a notice that came behind that seal. */
    private static final String SEALED_TWICE = """
            update guarded.transfer set status = 'withdrawn', decision_reason = 'child-returned', decided_by = 'worker',
                decided_at = now(), version = 1;
            update guarded.entry set status = 'ended', ended_on = '2026-10-01', end_reason = 'plan-completed', version = 1;
            insert into guarded.entry (id, person_record_id, measure, harms, risk, status, holder, started_on, review_due_on,
                wrapped_key, summary, opened_at, version) values ('00000000-0000-4000-8000-000000000007', '%1$s', 'GB-OLD-PLAN',
                '{neglect}', 'high', 'active', 'GB-OLD', '2026-10-02', '2027-01-01', '\\x01', '\\x02', now(), 0);
            insert into guarded.sealing values ('00000000-0000-4000-8000-000000000008',
                '00000000-0000-4000-8000-000000000007', '%1$s', 'GB-NEW', 'GB-OLD-PLAN', '{neglect}', 'high', '2026-01-01',
                '2027-01-01', '\\x01', '\\x02', 'head', now(), null, 0);
            insert into guarded.sealing_worker (sealing_id, subject, agency, name, named_by, during)
            select '00000000-0000-4000-8000-000000000008', subject, 'GB-NEW', subject, 'head', tstzrange('2026-10-03', null)
              from unnest(array ['zoe', 'nadia']) subject;
            insert into guarded.notification (id, agency, kind, reference, from_agency, created_at, person_record_id)
            values (gen_random_uuid(), 'GB-OLD', 'look-confirmed', '00000000-0000-4000-8000-000000000007', 'FR-NEW', now(),
                '%1$s');""";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void whatWasThereBeforeKeepsWhatItLedTo() throws SQLException {
        // Given
        var another = CHILD.replace("c1", "c2");
        var server = database.replaceFirst("/[^/]+$", "/");
        try (var postgres = DriverManager.getConnection(server + "postgres", "postgres", "")) {
            run(postgres, "drop database if exists migrating");
            run(postgres, "create database migrating");
        }
        try (var migrating = DriverManager.getConnection(server + "migrating", "postgres", "")) {
            migrate(server, "3.20");
            run(migrating, TOLD.formatted(CHILD, another));

            // When
            migrate(server, "7.0");

            // Then
            assertThat(strings(
                            migrating,
                            "select kind || ' ' || coalesce(person_record_id::text, 'nobody')"
                                    + " from guarded.notification"))
                    .containsExactlyInAnyOrder(
                            "look-confirmed " + CHILD,
                            "disclosure-requested " + CHILD,
                            "transfer-proposed " + CHILD,
                            "referral-received " + another,
                            "referral-sent nobody");

            // When
            migrate(server, "9.10");

            // Then: under the subject that a later fact about the desk has
            assertThat(
                            strings(
                                    migrating,
                                    "select subject || ' ' || (data::jsonb ->> 'agency') from fact_outbox where type = 'desk.listed'"))
                    .containsExactly(
                            UUID.nameUUIDFromBytes("GB-OLD-DUTY".getBytes(StandardCharsets.UTF_8)) + " GB-OLD");

            // When: one lies in an area where laws differ within the country
            run(migrating, "update agency set area = 'GB-KEN' where code = 'GB-OLD'");
            migrate(server, "9.16");

            // Then
            assertThat(strings(
                            migrating,
                            "select subject || ' ' || (data::jsonb ->> 'place') from fact_outbox where type = 'agency.listed'"
                                    + " and data::jsonb ->> 'code' in ('GB-OLD', 'GB-NEW') order by order_no"))
                    .containsExactly(
                            UUID.nameUUIDFromBytes("GB-NEW".getBytes(StandardCharsets.UTF_8)) + " GB",
                            UUID.nameUUIDFromBytes("GB-OLD".getBytes(StandardCharsets.UTF_8)) + " GB-ENG");

            // When: a child was hidden before others were told whose work conceals itself
            run(migrating, HIDDEN.formatted(CHILD));
            migrate(server, "9.40");

            // Then
            assertThat(strings(
                            migrating,
                            "select data::jsonb ->> 'worker' || (data::jsonb -> 'names' ->> 0) from fact_outbox"
                                    + " where type = 'work.concealed'"))
                    .containsExactlyInAnyOrder("former" + CHILD, "nadia" + CHILD, "owen" + CHILD, "pia" + CHILD);

            // When: the front was ended, and what the old agency opened then was sealed too
            run(migrating, SEALED_TWICE.formatted(CHILD));
            migrate(server, "9.43");

            // Then: the first truth stays, what was done about the second is its own, and those who worked behind it
            // stay hidden
            assertThat(strings(migrating, "select id from guarded.sealing where unsealed_at is null"))
                    .containsExactly("00000000-0000-4000-8000-000000000006");
            assertThat(strings(
                            migrating, "select distinct sealing from guarded.notification where sealing is not null"))
                    .containsExactly("00000000-0000-4000-8000-000000000006");
            assertThat(strings(
                            migrating,
                            "select subject from guarded.sealing_concealment where sealing_id ="
                                    + " '00000000-0000-4000-8000-000000000006'"))
                    .contains("nadia", "zoe");
            assertThat(strings(migrating, "select type from fact_outbox where type = 'work.shown'"))
                    .isEmpty();
            assertThat(strings(migrating, "select ended_at > ended_on from guarded.entry where status = 'ended'"))
                    .containsExactly("t");
        }
    }

    private static void migrate(String server, String target) {
        Flyway.configure()
                .dataSource(server + "migrating", "postgres", "")
                .locations("classpath:db/platform", "classpath:db/migration")
                .placeholders(Map.of("app", "test_app", "relay", "test_relay"))
                .target(target)
                .load()
                .migrate();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
