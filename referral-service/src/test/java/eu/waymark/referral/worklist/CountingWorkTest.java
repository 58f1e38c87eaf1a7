package eu.waymark.referral.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Lying;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Counts are kept by the database as changes and their sums; here they are held against the rows themselves. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class CountingWorkTest {

    private static final String COUNTS = Lying.PATH + "/counts";
    private static final String FOLD = "select fold_work_counts()";

    @Test
    void countsAreThoseOfTheRowsHoweverTheyCameAbout() {
        // Given: work around every boundary, some held, some paused, some done, some handed on
        var there = Lying.atNewAgency();
        var random = new Random(11);
        var items = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            var due = i == 0 ? null : Instant.now().plus(Duration.ofHours(random.nextInt(24 * 12) - 48));
            items.add(there.due(due).toString());
        }
        there.as("taker").get(Lying.PATH).then().statusCode(200);
        change(items.subList(0, 8), "assigned_to = 'taker', held_by = 'taker'");
        change(items.subList(4, 12), "paused_at = now()");
        Lying.run(FOLD);
        change(items.subList(10, 15), "closed_at = now(), outcome = 'done'");
        change(items.subList(20, 24), "due_at = due_at + interval '1 day'");

        // When
        var answer = there.as("taker").get(COUNTS);

        // Then
        var at = Instant.parse(answer.path("at"));
        var midnight = at.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        var monday = at.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .toInstant();
        var running = "paused_at is null and due_at ";
        assertThat(List.<Integer>of(
                        answer.path("all.open"),
                        answer.path("all.overdue"),
                        answer.path("all.dueToday"),
                        answer.path("all.dueThisWeek"),
                        answer.path("all.unassigned"),
                        answer.path("all.paused"),
                        answer.path("mine")))
                .containsExactly(
                        rows(there, "true"),
                        rows(there, running + "< '" + at + "'"),
                        rows(there, running + ">= '" + at + "' and due_at < '" + midnight + "'"),
                        rows(there, running + ">= '" + at + "' and due_at < '" + monday + "'"),
                        rows(there, "held_by is null"),
                        rows(there, "paused_at is not null"),
                        rows(there, "held_by = 'taker'"));
        assertThat(answer.<Object>path("kinds[0].count")).isEqualTo(answer.<Object>path("all"));
        assertThat(AuditTrail.of(answer.header("Request-Id")).path("type").asText())
                .isEqualTo("referral.worklist.counted");
    }

    @Test
    void countsStayExactWhileManyChangeThemAndTheyAreFolded() throws Exception {
        // Given
        var there = Lying.atNewAgency();
        var due = Instant.now().minusSeconds(60);
        var work = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 6; i++) {
            work.add(() -> {
                for (int item = 0; item < 10; item++) {
                    var id = there.due(due);
                    if (item % 2 == 0) {
                        change(List.of(id.toString()), "closed_at = now(), outcome = 'done'");
                    }
                    if (item % 5 == 0) {
                        Lying.run("begin; select pg_advisory_xact_lock(1); " + FOLD + "; commit");
                    }
                }
                return null;
            });
        }

        // When
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }

        // Then
        assertThat(there.as("reader").get(COUNTS).<Integer>path("all.overdue")).isEqualTo(30);
        Lying.run(FOLD);
        assertThat(there.as("reader").get(COUNTS).<Integer>path("all.overdue")).isEqualTo(30);
        assertThat(Lying.read("select count(*) from work_count_change where agency = '%s'".formatted(there.agency())))
                .isEqualTo("0");
    }

    @Test
    void whatIsNotForTheirEyesIsNotCountedAsTheirOwnEither() {
        // Given: a supervisor took it, and is none any more
        var there = Lying.atNewAgency();
        var seen = there.due(Instant.now());
        var hidden = there.due(Instant.now(), "feedback", null);
        var me = "once-a-supervisor-" + there.agency();
        there.as(me).get(Lying.PATH).then().statusCode(200);
        change(List.of(seen.toString(), hidden.toString()), "assigned_to = '%1$s', held_by = '%1$s'".formatted(me));

        // Then
        there.as(me).get(COUNTS).then().body("mine", org.hamcrest.Matchers.equalTo(1));
    }

    @Test
    void countersOfWhatIsOverDoNotStay() {
        // Given
        var there = Lying.atNewAgency();
        var id = there.due(Instant.now());
        Lying.run(FOLD);
        change(List.of(id.toString()), "closed_at = now(), outcome = 'done'");

        // When
        Lying.run(FOLD);

        // Then
        assertThat(Lying.read("select count(*) from work_count where agency = '%s'".formatted(there.agency())))
                .isEqualTo("0");
    }

    @Test
    void whatIsErasedIsNoLongerCounted() {
        // Given
        var there = Lying.atNewAgency();
        there.due(Instant.now());

        // When
        Lying.run("delete from guarded.person_key where person_record_id in"
                + " (select person_record_id from guarded.work_item where agency = '%s')".formatted(there.agency()));

        // Then
        assertThat(there.as("reader").get(COUNTS).<Integer>path("all.open")).isZero();
    }

    private static void change(List<String> ids, String set) {
        Lying.run("update guarded.work_item set %s where id in ('%s') and closed_at is null"
                .formatted(set, String.join("','", ids)));
    }

    private static int rows(Lying there, String condition) {
        return Integer.parseInt(
                Lying.read("select count(*) from guarded.work_item where agency = '%s'".formatted(there.agency())
                        + " and closed_at is null and (" + condition + ")"));
    }
}
