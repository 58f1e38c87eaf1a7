package eu.waymark.identity.age;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database lets an age status walk where a reader of the domain would let it, and nowhere else. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class AgeMovesPropertyTest {

    private static final int WALKS = 300;
    private static final int STEPS = 12;

    /** What the domain says (part 4.3), written down a second time. */
    private static final Map<AgeState, Set<AgeState>> PAPER = Map.of(
            AgeState.UNDOCUMENTED_CLAIMED_CHILD, Set.of(AgeState.DOCUMENTED, AgeState.DOUBT_RAISED, AgeState.DISPUTED),
            AgeState.DOCUMENTED, Set.of(AgeState.DOUBT_RAISED, AgeState.DISPUTED),
            AgeState.DOUBT_RAISED,
                    Set.of(
                            AgeState.UNDOCUMENTED_CLAIMED_CHILD,
                            AgeState.DOUBT_RAISED,
                            AgeState.DOCUMENTED,
                            AgeState.DISPUTED,
                            AgeState.ASSESSMENT_PENDING),
            AgeState.ASSESSMENT_PENDING,
                    Set.of(AgeState.ASSESSED_CHILD, AgeState.ASSESSED_ADULT, AgeState.ASSESSED_INCONCLUSIVE),
            AgeState.ASSESSED_CHILD, Set.of(AgeState.DOCUMENTED, AgeState.DISPUTED),
            AgeState.ASSESSED_INCONCLUSIVE, Set.of(AgeState.ASSESSMENT_PENDING, AgeState.DISPUTED),
            AgeState.ASSESSED_ADULT, Set.of(AgeState.ASSESSED_ADULT_FINAL, AgeState.DISPUTED, AgeState.APPEAL_PENDING),
            AgeState.ASSESSED_ADULT_FINAL, Set.of(AgeState.DISPUTED, AgeState.APPEAL_PENDING),
            AgeState.DISPUTED, Set.of(AgeState.ASSESSMENT_PENDING, AgeState.APPEAL_PENDING),
            AgeState.APPEAL_PENDING,
                    Set.of(AgeState.ASSESSMENT_PENDING, AgeState.ASSESSED_CHILD, AgeState.ASSESSED_ADULT));

    private static final String MOVE = """
            insert into guarded.age_move (record_id, version, from_state, to_state, moved_by, agency, moved_at, age_from, age_to,
                method, guardian_present, interpreter, least_intrusive, multidisciplinary, issuer_verified, handed_over,
                indicator)
            values (?, ?, ?, ?, ?, 'GB-PAPER', now(), ?, ?, 'HOLISTIC', ?, true, true, true, ?, false, ?)""";

    @Test
    void randomWalksGoWherePaperSays() throws SQLException {
        var random = new Random(7);
        try (var owner = Database.asOwner()) {
            owner.setAutoCommit(false);
            for (var walk = 0; walk < WALKS; walk++) {
                walk(owner, random);
                owner.rollback();
            }
        }
    }

    private static void walk(Connection owner, Random random) throws SQLException {
        var record = person(owner);
        var state = AgeState.UNDOCUMENTED_CLAIMED_CHILD;
        var version = 0;
        var contested = false;
        var lastBy = "";
        for (var step = 0; step < STEPS; step++) {
            // Given: anything, half of the time to where one may go
            var next = AgeState.values()[random.nextInt(AgeState.values().length)];
            if (random.nextBoolean()) {
                var open = List.copyOf(new TreeSet<>(PAPER.get(state)));
                next = open.get(random.nextInt(open.size()));
            }
            var age = random.nextInt(14, 22);
            var guardian = random.nextInt(5) > 0;
            var verified = random.nextBoolean();
            var indicator = random.nextInt(10) == 0;
            var by = "worker-" + random.nextInt(2);

            // When
            var taken =
                    move(owner, new Attempt(record, version + 1, state, next, by, age, guardian, verified, indicator));

            // Then
            var assessed = state == AgeState.ASSESSMENT_PENDING
                    || state == AgeState.APPEAL_PENDING && next == AgeState.ASSESSED_ADULT;
            var expected = PAPER.get(state).contains(next)
                    && (!assessed || guardian)
                    && (next != state || indicator)
                    && (next != AgeState.DOCUMENTED || verified && !indicator && !contested)
                    && (!next.isFoundAdult() || age >= 18)
                    && (next != AgeState.ASSESSED_CHILD || age < 18)
                    && (next != AgeState.ASSESSED_ADULT_FINAL || !by.equals(lastBy));
            assertThat(taken).as("%s to %s at %d", state, next, age).isEqualTo(expected);
            if (taken) {
                state = next;
                version++;
                contested |= indicator;
                lastBy = by;
            }
        }
        assertThat(move(owner, new Attempt(record, version, state, AgeState.DISPUTED, "x", 15, true, false, false)))
                .as("a version twice")
                .isFalse();
    }

    private record Attempt(
            UUID record,
            int version,
            AgeState from,
            AgeState to,
            String by,
            int age,
            boolean guardian,
            boolean verified,
            boolean indicator) {}

    private static boolean move(Connection owner, Attempt attempt) throws SQLException {
        var before = owner.setSavepoint();
        try (var insert = owner.prepareStatement(MOVE)) {
            insert.setObject(1, attempt.record());
            insert.setInt(2, attempt.version());
            insert.setString(3, attempt.from().name());
            insert.setString(4, attempt.to().name());
            insert.setString(5, attempt.by());
            insert.setInt(6, attempt.age());
            insert.setInt(7, attempt.age() + 3);
            insert.setBoolean(8, attempt.guardian());
            insert.setBoolean(9, attempt.verified());
            insert.setBoolean(10, attempt.indicator());
            insert.executeUpdate();
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.getMessage()).startsWith("23");
            owner.rollback(before);
            return false;
        }
    }

    @Test
    void theTableIsWhatThePaperSays() throws SQLException {
        assertThat(Rows.of("select from_state || ' ' || to_state from age_transition"))
                .containsExactlyInAnyOrderElementsOf(PAPER.entrySet().stream()
                        .flatMap(move -> move.getValue().stream().map(to -> move.getKey() + " " + to))
                        .toList());
    }

    @Test
    void onlyAFinalAdultAndADocumentedOneIsNotTreatedAsAChild() {
        assertThat(Stream.of(AgeState.values()).filter(state -> !state.isTreatedAsChild(false)))
                .containsExactly(AgeState.ASSESSED_ADULT_FINAL);
        assertThat(AgeState.DOCUMENTED.isTreatedAsChild(true)).isFalse();
    }

    @Test
    void whereRecordsContradictEachOtherItIsDisputed() {
        assertThat(AgeState.together(List.of())).isEqualTo(AgeState.UNDOCUMENTED_CLAIMED_CHILD);
        assertThat(AgeState.together(List.of(AgeState.ASSESSED_CHILD, AgeState.ASSESSED_ADULT_FINAL)))
                .isEqualTo(AgeState.DISPUTED);
        assertThat(AgeState.together(List.of(AgeState.ASSESSED_ADULT, AgeState.ASSESSED_ADULT_FINAL)))
                .isEqualTo(AgeState.ASSESSED_ADULT);
        assertThat(AgeState.together(List.of(AgeState.DOCUMENTED, AgeState.DOUBT_RAISED)))
                .isEqualTo(AgeState.DOUBT_RAISED);
    }

    private static UUID person(Connection owner) throws SQLException {
        var id = UUID.randomUUID();
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into guarded.person (id, agency, country, tag, tag_secret, wrapped_key, demographics, version,
                        recorded_at)
                    values ('%s', 'GB-PAPER', 'GB', '%s', decode(repeat('00', 32), 'hex'), '\\x00', '\\x00', 1, now())""".formatted(id, id.toString().replace("-", "").substring(0, 22)));
        }
        return id;
    }
}
