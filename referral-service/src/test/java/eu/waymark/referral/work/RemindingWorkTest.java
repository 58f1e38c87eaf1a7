package eu.waymark.referral.work;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Lying;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agency hears of its clocks (domain, S2 and S9), and that two replicas tell it once. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class RemindingWorkTest {

    @Inject
    RemindingWork reminding;

    private Lying there = new Lying("");

    @BeforeEach
    void anAgency() {
        Directory.isKnown();
        there = Lying.atNewAgency();
    }

    @Test
    void eachPartOfTheTimeIsToldOnceAndOnlyToWhoHasToDoIt() {
        // Given: ten days long, and 51 per cent of them gone
        var item = there.due(Instant.now().plus(Duration.ofHours(117)));

        // When
        reminding.run();
        reminding.run();

        // Then
        assertThat(told(item)).containsExactly("work-half-gone to " + there.agency());
        later(item, Duration.ofHours(80));
        reminding.run();
        assertThat(told(item))
                .containsExactly("work-half-gone to " + there.agency(), "work-due-soon to " + there.agency());
    }

    @Test
    void whatIsOverdueIsToldToBothAgenciesAndThenToTheirCentralAuthorities() {
        // Given
        var authority = Directory.newCode();
        Directory.deliver(UUID.randomUUID(), authority, "Autorité centrale", "FR", "central-authority");
        var item = there.due(Instant.now().minusSeconds(60));

        // When
        reminding.run();

        // Then
        assertThat(told(item))
                .containsExactlyInAnyOrder("work-overdue to " + there.agency(), "work-overdue to " + Workers.LEEDS);
        later(item, Duration.ofHours(49));
        reminding.run();
        reminding.run();
        assertThat(told(item))
                .contains("work-escalated to " + authority, "work-escalated to " + Workers.LEEDS)
                .filteredOn(one -> one.endsWith(authority))
                .hasSize(1);
    }

    @Test
    void afterAStandstillOnlyTheLastIsTold() {
        var item = there.due(Instant.now().minus(Duration.ofDays(3)));

        reminding.run();

        assertThat(told(item)).isNotEmpty().allMatch(one -> one.startsWith("work-escalated"));
    }

    @Test
    void aClockThatStandsStillRemindsNobodyNorDoesOneThatNeverRuns() {
        // Given
        var paused = there.due(Instant.now().minusSeconds(60));
        Lying.run("update guarded.work_item set paused_at = now() where id = '%s'".formatted(paused));
        var never = there.due(null);

        // When
        reminding.run();

        // Then
        assertThat(told(paused)).isEmpty();
        assertThat(told(never)).isEmpty();
    }

    @Test
    void replicasThatLookAtOnceTellItOnce() throws Exception {
        // Given
        var items = List.of(
                there.due(Instant.now().minusSeconds(60)),
                there.due(Instant.now().minusSeconds(50)),
                there.due(Instant.now().minusSeconds(40)));
        Callable<Void> replica = () -> {
            reminding.run();
            return null;
        };

        // When
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var done : replicas.invokeAll(Collections.nCopies(4, replica))) {
                done.get();
            }
        }

        // Then
        assertThat(items).allSatisfy(item -> assertThat(told(item)).hasSize(2).doesNotHaveDuplicates());
    }

    /** Lets time go by for one item. */
    private static void later(UUID item, Duration time) {
        var by = "interval '" + time.toSeconds() + " seconds'";
        Lying.run("update guarded.work_item set started_at = started_at - %1$s, due_at = due_at - %1$s,".formatted(by)
                + " remind_50_at = remind_50_at - %1$s, remind_80_at = remind_80_at - %1$s, escalate_at = escalate_at - %1$s"
                        .formatted(by)
                + " where id = '" + item + "'");
    }

    private static List<String> told(UUID item) {
        var reference =
                UUID.fromString(Lying.read("select reference from guarded.work_item where id = '%s'".formatted(item)));
        return AuditTrail.facts("notification.requested", reference).stream()
                .map(fact -> fact.path("kind").asText() + " to "
                        + fact.path("agency").asText())
                .toList();
    }
}
