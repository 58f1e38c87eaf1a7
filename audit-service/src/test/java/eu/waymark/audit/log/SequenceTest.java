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

    private static final String SOURCE = "referral-service";

    private final Leaf third = leaf(3);
    private final Sequence sequence = new Sequence(40, 3, Map.of(3L, new Place(17, third.hash())));

    @Test
    void theNextEventGetsTheNextLeaf() {
        // When
        var placed = sequence.place(leaf(4));

        // Then
        assertThat(placed).isEqualTo(new Placed(4, 40, false));
        assertThat(sequence.fresh()).hasSize(1);
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
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> sequence.place(leaf(3)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.EQUIVOCATION));
    }

    private static Leaf leaf(long seq) {
        return Leaf.read(SOURCE, 1, seq, SampleEvent.of(SOURCE, seq).bytes());
    }
}
