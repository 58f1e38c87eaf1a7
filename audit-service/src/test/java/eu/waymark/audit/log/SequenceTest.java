package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.log.Sequence.Place;
import eu.waymark.audit.log.Sequence.Placed;
import eu.waymark.platform.web.problem.Problem.FieldError;
import eu.waymark.platform.web.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private final String source = SampleEvent.freshSource();
    private final Leaf third = leaf(3);
    private final Sequence sequence =
            new Sequence(40, 1, new SourceState(1, 3, third.eventHash()), Map.of(3L, new Place(17, third.hash())));

    @Test
    void theNextEventGetsTheNextLeaf() {
        // When
        var placed = sequence.place(leaf(4));

        // Then
        assertThat(placed).isEqualTo(new Placed(4, 40, false));
        assertThat(sequence.fresh()).hasSize(1);
        assertThat(sequence.state().last()).isEqualTo(4);
    }

    @Test
    void anEventThatIsInTheLogKeepsItsPlace() {
        // When
        var placed = sequence.place(third);

        // Then
        assertThat(placed).isEqualTo(new Placed(3, 17, true));
        assertThat(sequence.fresh()).isEmpty();
    }

    @Test
    void anEventTwiceInOneBatchIsADuplicateToo() {
        // Given
        var fourth = leaf(4);

        // When
        var first = sequence.place(fourth);
        var second = sequence.place(fourth);

        // Then
        assertThat(second).isEqualTo(new Placed(4, first.leafIndex(), true));
        assertThat(sequence.fresh()).hasSize(1);
    }

    @Test
    void aGapIsRefusedAndNamesTheExpectedNumber() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> sequence.place(leaf(5)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.GAP))
                .satisfies(problem -> assertThat(problem.errors()).containsExactly(new FieldError("expected", "4")));
    }

    @Test
    void anotherEventInATakenPlaceIsRefused() {
        // Given
        var other = read(SampleEvent.of(source, 3));

        // Then
        assertRefused(AuditProblem.EQUIVOCATION, other);
    }

    @Test
    void anEventThatDoesNotNameTheOneBeforeItIsRefused() {
        // Given
        var unchained = read(SampleEvent.of(source, 4).src("prev", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));

        // Then
        assertRefused(AuditProblem.BROKEN_CHAIN, unchained);
    }

    @Test
    void theFirstEventOfAllNamesNone() {
        // Given
        var newSource = new Sequence(40, 1, SourceState.NEW, Map.of());
        var first = SampleEvent.of(SampleEvent.freshSource(), 1);

        // When
        var placed = newSource.place(Leaf.read(first.source(), 1, new Numbered(1, first.bytes())));

        // Then
        assertThat(placed.leafIndex()).isEqualTo(40);
    }

    @Test
    void theNextEpochBeginsWithItsAnnouncement() {
        // Given
        var next = new Sequence(40, 2, new SourceState(1, 3, third.eventHash()), Map.of());
        var announced = SampleEvent.of(source, 1).src("epoch", "2").with("type", Sequence.EPOCH_BEGAN);

        // When
        var placed = next.place(Leaf.read(source, 2, new Numbered(1, announced.bytes())));

        // Then
        assertThat(placed.duplicate()).isFalse();
        assertThat(next.state().epoch()).isEqualTo(2);
    }

    @Test
    void anEpochThatIsNotAnnouncedIsRefused() {
        // Given
        var next = new Sequence(40, 2, new SourceState(1, 3, third.eventHash()), Map.of());
        var unannounced = Leaf.read(
                source,
                2,
                new Numbered(1, SampleEvent.of(source, 1).src("epoch", "2").bytes()));

        // Then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> next.place(unannounced))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.GAP));
    }

    @Test
    void anEpochThatIsOverTakesNothingNew() {
        // Given
        var over =
                new Sequence(40, 1, new SourceState(2, 1, third.eventHash()), Map.of(3L, new Place(17, third.hash())));

        // Then
        assertThat(over.place(third)).isEqualTo(new Placed(3, 17, true));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> over.place(leaf(4)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.EPOCH_CLOSED));
    }

    private void assertRefused(AuditProblem why, Leaf leaf) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> sequence.place(leaf))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(why));
    }

    private Leaf leaf(long seq) {
        return read(SampleEvent.of(source, seq));
    }

    private Leaf read(SampleEvent event) {
        return Leaf.read(source, 1, new Numbered(event.seq(), event.bytes()));
    }
}
