package eu.waymark.identity.erasure;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Relayed;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When every service has let go, identity does too, and nothing leads back. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class CompletingErasuresTest {

    private static final String CHILD = named("Araminta", "Featherstonehaugh", "2010-08-19", 2);

    @Inject
    CompletingErasures completing;

    private String agency = "";
    private Tokens worker = Callers.leeds();
    private String person = "";
    private String tag = "";
    private Erasing erasing = Erasing.of("", "");

    @BeforeEach
    void aChildIsOnRecord() throws SQLException {
        agency = "GB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        worker = Callers.of(agency, "practitioner", PURPOSE);
        person = Children.recorded(worker, CHILD);
        tag = Rows.of("select tag from guarded.person where id = '" + person + "'")
                .getFirst();
        erasing = Erasing.of(agency, person);
    }

    @Test
    void nothingHappensUntilAllHaveConfirmed() throws SQLException {
        // Given
        var erasure = erasing.decided();
        Erasing.confirm("referral-service", erasure).statusCode(204);

        // When
        Erasing.turns(completing, 3);

        // Then
        erasing.read(erasing.proposer()).body("status", is("approved"));
        Api.as(worker, PURPOSE).get("/api/identity/v1/persons/" + person).then().statusCode(200);
    }

    @Test
    void stepByStepTheRecordIsGone() throws SQLException {
        // Given
        Children.search(Callers.lyon(), CHILD).then().statusCode(201).body("candidates", not(empty()));
        var erasure = erasing.confirmed();

        // When, Then: destroyed at once
        Erasing.turns(completing, 1);
        erasing.read(erasing.proposer()).body("status", is("destroyed"));
        assertThat(types(tag)).endsWith("identity.person.destroyed");

        // When, Then: its last event only after all others are in the log
        Erasing.turns(completing, 3);
        erasing.read(erasing.proposer()).body("status", is("destroyed"));
        assertThat(sealedAbout(tag)).isPositive();
        Relayed.events();
        Erasing.turns(completing, 1);
        erasing.read(erasing.proposer()).body("status", is("announced"));
        assertThat(sealedAbout(tag)).isZero();
        assertThat(types(tag)).endsWith("identity.person.erased");

        // When, Then: complete only when that one is in the log too
        Erasing.turns(completing, 2);
        erasing.read(erasing.proposer()).body("status", is("announced"));
        Relayed.events();
        Erasing.turns(completing, 1);
        erasing.read(erasing.proposer()).body("status", is("completed"));
        assertThat(Events.all().stream()
                        .filter(event -> event.path("type").asText().equals("identity.erasure.completed"))
                        .map(event -> event.path("resource").asText()))
                .contains(erasure.toString());
        assertThat(types(tag)).endsWith("identity.person.erased");
    }

    @Test
    void thoseWhoWereOneChildByItAloneAreToldThatTheyAreNotAndHowOldEachIsNow() throws SQLException {
        // Given: one is linked with the erased one, and that with another
        var one = Children.recorded(worker, named("Araminta", "Featherstonhaugh", "2010-08-19", 2));
        var other = Children.recorded(worker, named("Araminta", "Fetherstonehaugh", "2010-08-19", 2));
        link(one);
        link(other);
        var kept = facts("person.unlinked").size();
        var aged = facts("age-status.changed").size();

        // When
        erasing.confirmed();
        Erasing.turns(completing, 1);

        // Then
        var told = facts("person.unlinked");
        assertThat(told.subList(kept, told.size())).containsExactlyInAnyOrder(one, other);
        var ages = facts("age-status.changed");
        assertThat(ages.subList(aged, ages.size())).containsExactlyInAnyOrder(one, other);
        assertThat(Rows.of("select distinct identity_id from guarded.identity_member where record_id in ('" + one
                        + "', '" + other + "')"))
                .hasSize(2);
    }

    @Test
    void whoStoodAloneIsErasedWithoutTellingOfOthers() throws SQLException {
        var kept = facts("person.unlinked").size();
        erasing.confirmed();
        Erasing.turns(completing, 1);
        assertThat(facts("person.unlinked")).hasSize(kept);
    }

    private void link(String record) {
        Api.as(worker, PURPOSE)
                .body("""
                        {"recordId":"%s","otherRecordId":"%s","verdict":"same","reason":"recorded-twice"}""".formatted(person, record))
                .post("/api/identity/v1/links")
                .then()
                .statusCode(201);
    }

    private static List<String> facts(String type) throws SQLException {
        return Rows.of(
                "select data::json ->> 'recordId' from fact_outbox where type = '" + type + "' order by order_no");
    }

    @Test
    void aTransactionThatReadTheRecordBeforeIsWaitedFor() throws SQLException {
        // Given
        erasing.confirmed();
        try (var reader = Database.asApp();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select audit_open_permit()");
            Erasing.turns(completing, 1);
            Relayed.events();

            // When
            Erasing.turns(completing, 3);

            // Then
            erasing.read(erasing.proposer()).body("status", is("destroyed"));
            reader.rollback();
        }
        Relayed.events();
        Erasing.turns(completing, 1);
        erasing.read(erasing.proposer()).body("status", is("announced"));
    }

    @Test
    void theDatabaseDestroysNothingThatNobodyApproved() throws SQLException {
        // Given
        erasing.propose(erasing.proposer()).statusCode(201);
        try (var app = Database.asApp();
                var statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select audit_open_permit()");

            // Then
            assertThatThrownBy(() -> statement.execute("select erase_person('" + person + "')"))
                    .hasMessageContaining("nobody has decided");
        }
        try (var app = Database.asApp();
                var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select erase_person('" + person + "')"))
                    .hasMessageContaining("without an audit permit");
            assertThatThrownBy(() -> statement.execute("select person_details_gone('" + person + "')"))
                    .hasMessageContaining("no rows");
        }
    }

    private static List<String> types(String tag) {
        return Events.all().stream()
                .filter(event -> event.path("subjects").valueStream().anyMatch(one -> one.asText()
                        .equals(tag)))
                .map(event -> event.path("type").asText())
                .toList();
    }

    private static long sealedAbout(String tag) throws SQLException {
        return Rows.of("select id from audit_outbox where sealed is not null and event like '%" + tag + "%'")
                .size();
    }
}
