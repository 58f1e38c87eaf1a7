package eu.waymark.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.Hash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final Checkpoint CHECKPOINT =
            new Checkpoint(Keys.LOG.verifierKey().name(), 7, Hash.EMPTY_ROOT);
    private static final VerifierKey WITNESS = Keys.witness(1).verifierKey();

    @Test
    void aCosignatureSaysWhenItWasMade() {
        // Given
        var note = CHECKPOINT.sign(Keys.LOG).signedBy(Keys.witness(1));

        // When
        var line = note.signatureOf(WITNESS).orElseThrow();

        // Then
        assertThat(WITNESS.cosignedAt(note.text(), line)).contains(Instant.ofEpochSecond(1_679_315_147));
        assertThat(WITNESS.cosignedAt("another text\n", line)).isEmpty();
        assertThat(Keys.witness(2).verifierKey().cosignedAt(note.text(), line)).isEmpty();
    }

    @Test
    void aLogSaysNoTime() {
        // Given
        var note = CHECKPOINT.sign(Keys.LOG);
        var log = Keys.LOG.verifierKey();

        // Then
        assertThat(note.signatureOf(log)).isPresent();
        assertThat(log.cosignedAt(note.text(), note.signatures().getFirst())).isEmpty();
    }

    @Test
    void aStoredLineIsPutUnderTheNoteAgain() {
        // Given
        var note = CHECKPOINT.sign(Keys.LOG);
        var stored = note.signedBy(Keys.witness(1)).signatures().getLast().line();

        // When
        var cosigned = note.with(NoteSignature.parse(stored));

        // Then
        assertThat(cosigned.verify(List.of(WITNESS))).containsExactly(WITNESS);
        assertThat(note.signatureOf(WITNESS)).isEmpty();
    }

    @Test
    void theClockOfTheWitnessIsAskedEachTime() {
        // Given
        var later = Clock.offset(Keys.CLOCK, Duration.ofMinutes(5));
        var witness = NoteSigner.witness("example.com/log/w1", Keys.seed(101), later);

        // When
        var note = CHECKPOINT.sign(Keys.LOG).signedBy(Keys.witness(1)).signedBy(witness);

        // Then
        assertThat(WITNESS).isEqualTo(witness.verifierKey());
        assertThat(note.signatureOf(WITNESS).flatMap(line -> WITNESS.cosignedAt(note.text(), line)))
                .contains(later.instant());
    }

    @Test
    void aLineInTheNameOfTheWitnessIsNotYetItsSignature() {
        // Given
        var other = new Checkpoint("another", 7, Hash.EMPTY_ROOT).sign(Keys.witness(1));

        // When
        var note = CHECKPOINT.sign(Keys.LOG).with(other.signatures().getFirst());

        // Then
        assertThat(note.signatureOf(WITNESS)).isEmpty();
    }
}
