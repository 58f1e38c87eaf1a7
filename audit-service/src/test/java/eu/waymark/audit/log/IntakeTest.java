package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.SampleEvent;
import eu.waymark.platform.web.problem.ProblemException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final int MUCH = 1_000_000;

    @Test
    void aGroupIsWhatCameMeanwhileInItsOrder() throws Exception {
        // Given
        var intake = new Intake(10, MUCH);
        var first = batch(1);
        var second = batch(2);
        intake.offer(first);
        intake.offer(second);

        // When
        var group = intake.nextGroup();

        // Then
        assertThat(group).containsExactly(first, second);
    }

    @Test
    void aGroupDoesNotGrowWithoutEnd() throws Exception {
        // Given
        var intake = new Intake(5_000, 100 * MUCH);
        for (var i = 0; i < 5; i++) {
            intake.offer(batch(200));
        }

        // When
        var group = intake.nextGroup();

        // Then: it stops with the batch that fills it
        assertThat(group).hasSize(3);
        assertThat(intake.nextGroup()).hasSize(2);
    }

    @Test
    void moreEventsThanThereIsRoomForAreSentBack() {
        // Given
        var intake = new Intake(3, MUCH);
        intake.offer(batch(2));

        // Then
        assertBusy(intake, batch(2));
    }

    @Test
    void moreBytesThanThereIsRoomForAreSentBackAndTakeNoRoom() {
        // Given
        var one = batch(1);
        var intake = new Intake(3, one.bytes() + 10);
        intake.offer(one);

        // When
        assertBusy(intake, batch(1));
        assertBusy(intake, batch(1));
        one.answer().complete(List.of());

        // Then
        intake.offer(batch(1));
    }

    @Test
    void roomComesBackWithTheAnswerWhateverItIs() {
        // Given
        var intake = new Intake(1, MUCH);
        var written = batch(1);
        intake.offer(written);
        written.answer().complete(List.of());
        var refused = batch(1);
        intake.offer(refused);

        // When
        refused.refuse(new IllegalStateException());

        // Then
        intake.offer(batch(1));
    }

    @Test
    void nothingIsAGroupToo() throws Exception {
        assertThat(new Intake(1, MUCH).nextGroup()).isEmpty();
    }

    private static void assertBusy(Intake intake, Submission batch) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> intake.offer(batch))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.BUSY))
                .satisfies(problem -> assertThat(problem.headers()).containsKey("Retry-After"));
    }

    private static Submission batch(int events) {
        var source = SampleEvent.freshSource();
        return new Submission(
                source,
                1,
                LongStream.rangeClosed(1, events)
                        .mapToObj(seq -> Leaf.read(
                                source,
                                1,
                                new Numbered(seq, SampleEvent.of(source, seq).bytes())))
                        .toList());
    }
}
