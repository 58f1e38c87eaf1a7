package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.setup.WaymarkService;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bad paths 2d and 2e of S1: who is not found, and what a "no hit" says all the same. */
class NoHitJourneyIT {

    private static Person sarahInKent;
    private static Person janaInBerlin;

    @BeforeAll
    static void start() {
        sarahInKent = Waymark.running().practitioner("sarah.gb");
        janaInBerlin = Waymark.running().practitioner("jana.de");
    }

    @Test
    void aChildWhomNobodyKnowsIsNoHitThatClaimsNoSafety() {
        // When
        var check = Casework.check(janaInBerlin, Child.NOBODY);

        // Then
        assertThat(check.string("result")).isEqualTo("no-hit");
        assertThat(check.body().path("matches")).isEmpty();
        assertThat(check.body().path("coverage").path("countries").valueStream())
                .extracting(country -> country.asText())
                .contains("DE", "FR", "GB", "NL", "PL");
        assertThat(check.string("advice")).contains("no proof of safety");
    }

    @Test
    void aNamesakeOfAnotherYearIsNoHit() {
        // Given
        var entry = Casework.enter(sarahInKent, Child.ELIF).id();

        // When
        var otherChild =
                janaInBerlin.post(Casework.CHECKS, Child.ELIF.askedAs("2009")).expect(200);
        var sameChild = Casework.check(janaInBerlin, Child.ELIF);

        // Then
        assertThat(otherChild.string("result")).isEqualTo("no-hit");
        assertThat(sameChild.string("result")).isEqualTo("hit");
        assertThat(Casework.notificationsAbout(sarahInKent, entry))
                .as("only the hit is a look")
                .hasSize(1);
    }

    @Test
    void aMeasureThatEndedLongAgoIsNoHitButStaysWithItsHolder() throws SQLException {
        // Given
        var entry = endedEntry(Child.LUCIA, Casework.today().minusMonths(13));
        var atOnce = Casework.check(janaInBerlin, Child.LUCIA);
        passSinceTheEndOf(entry);

        // When
        var check = Casework.check(janaInBerlin, Child.LUCIA);

        // Then
        assertThat(atOnce.string("result"))
                .as("counted from the day on which it was recorded")
                .isEqualTo("hit");
        assertThat(check.string("result")).isEqualTo("no-hit");
        var kept = sarahInKent.get(Casework.ENTRIES + "?limit=200").expect(200).items().stream()
                .filter(one -> one.path("id").asText().equals(entry))
                .toList();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().path("status").asText()).isEqualTo("ended");
        assertThat(kept.getFirst().path("endReason").asText()).isEqualTo("plan-completed");
    }

    @Test
    void aMeasureThatEndedLatelyIsStillAHit() {
        // Given
        endedEntry(Child.MATEO, Casework.today().minusMonths(11));

        // When
        var check = Casework.check(janaInBerlin, Child.MATEO);

        // Then
        assertThat(check.string("result")).isEqualTo("hit");
    }

    /** Time that no journey has. */
    private static void passSinceTheEndOf(String entry) throws SQLException {
        try (var owner = Waymark.running().sandbox().connect(WaymarkService.REGISTER, DatabaseRole.OWNER);
                var statement = owner.createStatement()) {
            statement.execute("""
                    alter table guarded.entry disable trigger user;
                    update guarded.entry set ended_at = ended_at - interval '13 months' where id = '%s';
                    alter table guarded.entry enable trigger user""".formatted(entry));
        }
    }

    private static String endedEntry(Child child, LocalDate endedOn) {
        var entered = Casework.enter(sarahInKent, child, endedOn.minusYears(1));
        var review = Casework.json()
                .put("decision", "end")
                .put("reason", "plan-completed")
                .put("decidedOn", endedOn.toString());
        var ended = sarahInKent
                .having(entered)
                .post(Casework.ENTRIES + "/" + entered.id() + "/reviews", review)
                .expect(200);
        assertThat(ended.string("status")).isEqualTo("ended");
        return entered.id();
    }
}
