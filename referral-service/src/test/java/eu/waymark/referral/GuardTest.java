package eu.waymark.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.GuardContract;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class GuardTest {

    private static final String INSERT = """
            with child as (insert into person_key (person_record_id, wrapped_key)
                values (gen_random_uuid(), '\\x00') returning person_record_id)
            insert into referral (id, person_record_id, from_agency, from_country, to_agency, kind, urgency, status,
                reason, sent_by, sent_at, due_at, due_rule, level, listed_at, changed_at, version)
            select '%s', person_record_id, 'GB-LDS-CSC', 'GB', 'FR-69-CRIP', 'SERVICE', 'URGENT', '%s',
                '\\x00', 'somebody', now(), now() + interval '1 day', 'EN-DEC/1', 'PROTECTION', now(), now(), 0 from child""";

    @Test
    void childDataIsOutOfReachWithoutAPermit() throws SQLException {
        assertThat(GuardContract.verify()).contains("person_key", "referral", "work_item");
    }

    @Test
    void aReferralBeginsAsDraftOrSent() throws SQLException {
        try (var app = permitted()) {
            assertThatThrownBy(() -> run(app, INSERT.formatted(UUID.randomUUID(), "ACCEPTED")))
                    .hasMessageContaining("begins as DRAFT or SENT");
        }
    }

    @Test
    void aReferralIsDecidedOnceEvenByHand() throws SQLException {
        try (var app = permitted()) {
            // Given
            var id = UUID.randomUUID();
            run(app, INSERT.formatted(id, "SENT"));
            run(
                    app,
                    "update referral set status = 'ACCEPTED', decided_by = 'x', decided_at = now() where id = '" + id
                            + "'");

            // When, Then
            assertThatThrownBy(() -> run(app, "update referral set status = 'REVOKED' where id = '" + id + "'"))
                    .hasMessageContaining("ACCEPTED cannot become REVOKED");
        }
    }

    @Test
    void aDecisionNamesWhoAndWhen() throws SQLException {
        try (var app = permitted()) {
            // Given
            var id = UUID.randomUUID();
            run(app, INSERT.formatted(id, "SENT"));

            // When, Then
            assertThatThrownBy(() -> run(app, "update referral set status = 'ACCEPTED' where id = '" + id + "'"))
                    .hasMessageContaining("referral_decided");
        }
    }

    @Test
    void whatWasSentDoesNotChange() throws SQLException {
        try (var app = permitted()) {
            assertThatThrownBy(() -> run(app, "update referral set from_agency = 'DE-BE-JA'"))
                    .isInstanceOfSatisfying(SQLException.class, denied -> assertThat(denied.getSQLState())
                            .isEqualTo("42501"));
        }
    }

    @Test
    void whatWasDecidedIsNotForwardedEvenByHand() throws SQLException {
        try (var app = permitted()) {
            // Given
            var id = UUID.randomUUID();
            run(app, INSERT.formatted(id, "SENT"));
            run(
                    app,
                    "update referral set status = 'ACCEPTED', decided_by = 'x', decided_at = now() where id = '" + id
                            + "'");

            // When, Then
            assertThatThrownBy(() -> run(app, "update referral set to_agency = 'DE-BE-JA' where id = '" + id + "'"))
                    .hasMessageContaining("undecided is forwarded");
        }
    }

    @Test
    void whatWasAskedDoesNotChangeEvenByHand() throws SQLException {
        try (var app = permitted()) {
            // Given
            var id = UUID.randomUUID();
            run(app, INSERT.formatted(id, "SENT"));

            // When, Then
            assertThatThrownBy(() -> run(app, "update referral set level = 'EARLY_HELP' where id = '" + id + "'"))
                    .hasMessageContaining("does not change once it is sent");
        }
    }

    @Test
    void theKeyOfAChildIsWrappedAnewAtMost() throws SQLException {
        try (var app = permitted()) {
            // Given
            run(app, "insert into person_key values (gen_random_uuid(), decode(repeat('01', 64), 'hex'))");
            run(app, "update person_key set wrapped_key = decode(repeat('02', 64), 'hex')");

            // When, Then
            assertThatThrownBy(() -> run(app, "update person_key set wrapped_key = '\\x00'"))
                    .isInstanceOfSatisfying(SQLException.class, denied -> assertThat(denied.getSQLState())
                            .isEqualTo("42501"));
        }
    }

    /** A transaction of the application's role that may touch child data; it is never committed. */
    private static Connection permitted() throws SQLException {
        Directory.isKnown();
        var app = Database.asApp();
        app.setAutoCommit(false);
        run(app, "select audit_open_permit()");
        return app;
    }

    private static void run(Connection app, String sql) throws SQLException {
        try (var statement = app.createStatement()) {
            statement.execute(sql);
        }
    }
}
