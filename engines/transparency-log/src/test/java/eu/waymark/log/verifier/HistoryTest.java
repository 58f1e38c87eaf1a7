package eu.waymark.log.verifier;

import static eu.waymark.log.verifier.TestLog.KEY;
import static eu.waymark.log.verifier.TestLog.LOG;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log whose operator has the key, and what holds them to their word all the same. */
class HistoryTest {

    private static final TestLog NOW = TestLog.ofEvents(700);
    private static final TestLog THEN = NOW.first(400);

    /** As thorough as it can be: leaf 100 is another, and everything after it fits. */
    private static final TestLog REWRITTEN = NOW.with(100, "rewritten");

    @TempDir
    private Path temp;

    private Path log;
    private Path kept;

    @BeforeEach
    void write() throws IOException {
        log = temp.resolve("log");
        kept = temp.resolve("kept");
        NOW.write(log);
        Files.writeString(kept, THEN.note(LOG).encoded());
    }

    private Run verify(Object option, Object value) {
        return Run.of("verify", log, "--key", KEY, option, value);
    }

    private static void assertRefuted(Run run, String where, String fault) {
        assertThat(run.out()).startsWith("REFUTED at " + where + ": ").contains(fault);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 400, 512, 699, 700})
    void aLogExtendsWhatItSignedBefore(int size) throws IOException {
        // Given
        Files.writeString(kept, NOW.first(size).note(LOG).encoded());

        // Then
        assertThat(verify("--old", kept).out()).startsWith("VERIFIED").contains("at size " + size + ".");
        assertThat(Run.of("compare", kept, log, "--log", log, "--key", KEY).out())
                .contains("only grew between the two, from " + size + " to 700 leaves");
    }

    @Test
    void severalOldCheckpointsAreAllChecked() throws IOException {
        // Given
        var other = Files.writeString(
                temp.resolve("other"), REWRITTEN.first(200).note(LOG).encoded());

        // Then
        assertThat(Run.of("verify", log, "--key", KEY, "--old", kept, "--old", other)
                        .exitCode())
                .isEqualTo(1);
        assertThat(Run.of("verify", log, "--key", KEY, "--old", kept, "--old", kept)
                        .exitCode())
                .isZero();
    }

    @Test
    void aLogThatWasRolledBackIsRefuted() throws IOException {
        // Given
        THEN.first(300).write(log);

        // Then
        assertThat(Run.of("verify", log, "--key", KEY).exitCode()).isZero();
        assertRefuted(verify("--old", kept), "size 300", "it had 400 leaves when it signed");
        assertRefuted(verify("--from", kept), "size 300", "rolled back");
        assertRefuted(Run.of("compare", kept, log, "--log", log, "--key", KEY), "size 300", "rolled back");
    }

    @Test
    void aHistoryThatWasSignedAnewIsRefutedByAnOldCheckpoint() throws IOException {
        // Given
        REWRITTEN.write(log, REWRITTEN.note(LOG));

        // Then
        assertThat(Run.of("verify", log, "--key", KEY).exitCode()).isZero();
        assertRefuted(verify("--old", kept), "the first 400 leaves", "rewritten");
        assertRefuted(verify("--from", kept), "the first 400 leaves", "rewritten");
        assertRefuted(Run.of("compare", kept, log, "--log", log, "--key", KEY), "the first 400 leaves", "rewritten");
    }

    @Test
    void aHistoryThatWasSignedAnewIsRefutedByItsWitnesses() throws IOException {
        // Given
        var policy = Files.writeString(temp.resolve("policy"), TestLog.WITNESSED.text());
        assertThat(Run.of("verify", log, "--policy", policy).exitCode()).isZero();

        // When
        REWRITTEN.write(log, REWRITTEN.note(LOG));

        // Then
        assertRefuted(Run.of("verify", log, "--policy", policy), "checkpoint", "0 of 2 witnesses");
    }

    @Test
    void aHistoryThatWasSignedAnewAtTheSameSizeIsRefuted() throws IOException {
        // Given
        Files.writeString(kept, NOW.note(LOG).encoded());

        // When
        REWRITTEN.write(log, REWRITTEN.note(LOG));

        // Then
        assertRefuted(verify("--old", kept), "the first 700 leaves", "rewritten");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 255, 256, 399})
    void aKeptCopyNamesTheFirstLeafThatWasRewritten(int leaf) throws IOException {
        // Given
        var copy = temp.resolve("copy");
        THEN.write(temp.resolve("then"));
        assertThat(Run.of("verify", temp.resolve("then"), "--key", KEY, "--save", copy)
                        .exitCode())
                .isZero();
        assertThat(verify("--old", copy).exitCode()).isZero();

        // When
        var rewritten = NOW.with(leaf, "rewritten").with(399, "rewritten, too");
        rewritten.write(log, rewritten.note(LOG));

        // Then
        assertRefuted(verify("--old", copy), "leaf " + leaf, "rewritten");
        assertRefuted(Run.of("compare", copy, log, "--log", log, "--key", KEY), "leaf " + leaf, "rewritten");
    }

    @Test
    void aCopyThatIsNotCompleteStillRefutes() throws IOException {
        // Given
        var copy = temp.resolve("copy");
        THEN.write(copy);
        Files.delete(copy.resolve("tile/0/000"));

        // When
        REWRITTEN.write(log, REWRITTEN.note(LOG));

        // Then
        assertRefuted(verify("--old", copy), "the first 400 leaves", "rewritten");
    }

    @Test
    void whatWasSavedIsALogOfItsOwn() throws IOException {
        // Given
        var copy = temp.resolve("copy");

        // When
        var saved = Run.of("verify", log, "--key", KEY, "--entries", "--save", copy);

        // Then
        assertThat(saved.exitCode()).isZero();
        assertThat(Run.of("verify", copy, "--key", KEY, "--entries").exitCode()).isZero();
        assertThat(copy.resolve("checkpoint")).hasSameBinaryContentAs(log.resolve("checkpoint"));
        try (var files = Files.walk(copy)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(8);
        }
    }

    @Test
    void savingAgainKeepsUpWithTheLog() throws IOException {
        // Given
        var copy = temp.resolve("copy");
        THEN.write(temp.resolve("then"));
        Run.of("verify", temp.resolve("then"), "--key", KEY, "--save", copy);

        // When
        var run = Run.of("verify", log, "--key", KEY, "--from", copy, "--save", copy);

        // Then
        assertThat(run.out()).startsWith("VERIFIED").contains("The first 256 leaves were not read again.");
        assertThat(Run.of("verify", copy, "--key", KEY).out()).contains("700 leaves");
    }

    @Test
    void aSavedTileIsNeverOverwrittenWithAnother() throws IOException {
        // Given
        var copy = temp.resolve("copy");
        Run.of("verify", log, "--key", KEY, "--save", copy);
        var checkpoint = Files.readString(copy.resolve("checkpoint"));

        // When
        REWRITTEN.write(log, REWRITTEN.note(LOG));

        // Then
        assertRefuted(Run.of("verify", log, "--key", KEY, "--save", copy), "tile 1/000.p/2", "not what was kept");
        assertThat(copy.resolve("checkpoint")).hasContent(checkpoint);
        assertThat(Run.of("verify", copy, "--key", KEY).exitCode()).isZero();
    }

    @Test
    void nothingIsSavedAsVerifiedThatIsNot() throws IOException {
        // Given
        var copy = temp.resolve("copy");
        Files.write(log.resolve("tile/0/001"), new byte[8192]);

        // Then
        assertThat(Run.of("verify", log, "--key", KEY, "--save", copy).exitCode())
                .isEqualTo(1);
        assertThat(copy.resolve("checkpoint")).doesNotExist();
        assertThat(copy.resolve("tile/0/001")).doesNotExist();
    }

    @Test
    void whatWasVerifiedBeforeIsNotReadAgain() throws IOException {
        // Given
        Files.delete(log.resolve("tile/0/000"));
        Files.delete(log.resolve("tile/entries/000"));

        // Then
        assertThat(Run.of("verify", log, "--key", KEY, "--entries", "--from", kept)
                        .exitCode())
                .isZero();
        assertThat(Run.of("verify", log, "--key", KEY, "--entries").exitCode()).isEqualTo(2);
        Files.write(log.resolve("tile/0/001"), new byte[8192]);
        assertRefuted(verify("--from", kept), "tile 0/001", "does not lead to the root");
    }

    @Test
    void aFalseTileIsNotTakenForARewrittenLog() throws IOException {
        Files.write(log.resolve("tile/0/001"), new byte[8192]);

        assertRefuted(verify("--old", kept), "tile 0/001", "does not lead to the root");
    }

    @Test
    void anOldCheckpointThatTheLogDidNotSignIsNoWitnessAgainstIt() throws IOException {
        // Given
        var stranger = NoteSigner.log(TestLog.ORIGIN, new byte[32]);

        // When
        Files.writeString(kept, REWRITTEN.note(stranger).encoded());

        // Then
        assertRefuted(verify("--old", kept), "old checkpoint " + kept, "No known key signed the note");
    }

    @Test
    void aMissingOldCheckpointIsNoRefutation() {
        assertThat(verify("--old", temp.resolve("nowhere")).exitCode()).isEqualTo(2);
        assertThat(Run.of("compare", kept, log, "--log", temp.resolve("nowhere"), "--key", KEY)
                        .exitCode())
                .isEqualTo(2);
    }
}
