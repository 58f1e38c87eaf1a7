package eu.waymark.log.verifier;

import static eu.waymark.log.verifier.TestLog.KEY;
import static eu.waymark.log.verifier.TestLog.LOG;
import static eu.waymark.log.verifier.TestLog.REGISTER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.EntryBundle;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {

    private static final TestLog INTACT = TestLog.ofEvents(700);

    @TempDir
    private Path temp;

    private Path log;
    private Path policy;

    @BeforeEach
    void write() throws IOException {
        log = temp.resolve("log");
        INTACT.write(log);
        policy = temp.resolve("policy");
        Files.writeString(policy, TestLog.WITNESSED.text());
    }

    private Run verify(Object... more) {
        var arguments = new ArrayList<Object>(List.of("verify", log, "--key", KEY));
        arguments.addAll(Arrays.asList(more));
        return Run.of(arguments.toArray());
    }

    private void assertRefuted(Run run, String where) {
        assertThat(run.out()).startsWith("REFUTED at " + where + ": ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private void flip(String file, int at) throws IOException {
        var bytes = Files.readAllBytes(log.resolve(file));
        bytes[at] ^= 1;
        Files.write(log.resolve(file), bytes);
    }

    private void rewrite(int bundle, List<byte[]> entries) throws IOException {
        var bytes = new EntryBundle(bundle, entries.size()).encode(entries);
        Files.write(log.resolve("tile/" + new EntryBundle(bundle, 256).path()), bytes);
    }

    private List<byte[]> entries(int bundle) {
        return new ArrayList<>(INTACT.entries.subList(bundle * 256, bundle * 256 + 256));
    }

    @Test
    void anIntactLogIsVerified() {
        // When
        var run = verify("--entries");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                        VERIFIED: waymark.example/log is what it signed: 700 leaves under the root %s.
                        No witness was asked for.
                        All 700 entries hash to their leaves. 700 are events, each source's gapless and chained, no id used \
                        twice: {identity-service=233, referral-service=233, register-service=234}.
                        """.formatted(
                        INTACT.checkpoint().root().base64()));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatWasNotReadIsNotClaimed() {
        assertThat(verify().out())
                .contains("The entries themselves were not read")
                .doesNotContain("700 entries");
    }

    @Test
    void aVerdictIsToldToPrograms() {
        // When
        var run = Run.of("verify", log, "--policy", policy, "--entries", "--json");

        // Then
        assertThat(run.out().replaceAll("\\s", ""))
                .startsWith("{\"verdict\":\"verified\",\"sentences\":[")
                .contains("\"origin\":\"waymark.example/log\",\"size\":700,\"root\":\"")
                .contains(
                        "\"witnesses\":[\"waymark.example/log/referral-service\",\"waymark.example/log/register-service\"]")
                .endsWith("\"entries\":700,\"events\":{\"identity-service\":233,\"referral-service\":233,"
                        + "\"register-service\":234}}");
    }

    @Test
    void aRefutationIsToldToPrograms() throws IOException {
        // Given
        flip("tile/0/001", 0);

        // Then
        assertThat(verify("--json").out().replaceAll("\\s", ""))
                .startsWith("{\"verdict\":\"refuted\",\"where\":\"tile0/001\",\"sentences\":[\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 255, 256, 257, 511, 512, 513, 767})
    void logsOfEverySizeAreVerified(int size) throws IOException {
        // Given
        log = temp.resolve("other");
        TestLog.ofEvents(size).write(log);

        // Then
        assertThat(verify("--entries").exitCode()).isZero();
    }

    @Test
    void anEmptyLogIsVerifiedAndAFalseOneIsNot() throws IOException {
        // Given
        log = temp.resolve("empty");
        var empty = TestLog.of(List.of()).write(log);

        // Then
        assertThat(empty.checkpoint().root()).isEqualTo(Hash.EMPTY_ROOT);
        assertThat(verify("--entries").exitCode()).isZero();
        empty.write(log, new Checkpoint(TestLog.ORIGIN, 0, INTACT.checkpoint().root()).sign(LOG));
        assertRefuted(verify(), "tree of size 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 255, 256, 300, 511, 512, 600, 699})
    void aChangedEntryIsNamed(int leaf) throws IOException {
        // Given
        INTACT.with(leaf, "changed").write(temp.resolve("changed"));
        var bundle = "tile/entries/00" + leaf / 256 + (leaf < 512 ? "" : ".p/188");
        Files.copy(temp.resolve("changed").resolve(bundle), log.resolve(bundle), StandardCopyOption.REPLACE_EXISTING);

        // Then
        assertRefuted(verify("--entries"), "leaf " + leaf);
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void aDeletedEntryIsNamed() throws IOException {
        // Given
        var entries = entries(1);
        entries.remove(44);
        rewrite(1, entries);

        // Then
        assertRefuted(verify("--entries"), "leaf 300");
    }

    @Test
    void aDeletedLastEntryIsNamed() throws IOException {
        // Given
        rewrite(1, entries(1).subList(0, 255));

        // Then
        assertRefuted(verify("--entries"), "tile entries/001");
        assertThat(verify("--entries").out()).contains("ends within entry 511");
    }

    @Test
    void anInsertedEntryIsNamed() throws IOException {
        // Given
        var entries = entries(1);
        entries.set(255, entries.get(254));
        entries.add(44, "inserted".getBytes(UTF_8));
        rewrite(1, entries.subList(0, 256));

        // Then
        assertRefuted(verify("--entries"), "leaf 300");
    }

    @Test
    void swappedEntriesAreNamed() throws IOException {
        // Given
        var entries = entries(1);
        Collections.swap(entries, 44, 45);
        rewrite(1, entries);

        // Then
        assertRefuted(verify("--entries"), "leaf 300");
    }

    @ParameterizedTest
    @CsvSource({"0/000,0", "0/001,8191", "0/002.p/188,17", "1/000.p/2,0", "1/000.p/2,63"})
    void aChangedTileIsNamed(String tile, int at) throws IOException {
        // Given
        flip("tile/" + tile, at);

        // Then
        assertRefuted(verify(), "tile " + tile);
        assertRefuted(verify("--entries"), "tile " + tile);
    }

    @Test
    void swappedTilesAreNamed() throws IOException {
        // Given
        var first = Files.readAllBytes(log.resolve("tile/0/000"));
        Files.copy(log.resolve("tile/0/001"), log.resolve("tile/0/000"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(log.resolve("tile/0/001"), first);

        // Then
        assertRefuted(verify(), "tile 0/000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/000", "0/002.p/188", "1/000.p/2"})
    void aTileOfAnotherLengthIsNamed(String tile) throws IOException {
        // Given
        var bytes = Files.readAllBytes(log.resolve("tile/" + tile));

        // Then
        for (var length : new int[] {0, 1, bytes.length - 32, bytes.length - 1, bytes.length + 1, bytes.length + 32}) {
            Files.write(log.resolve("tile/" + tile), Arrays.copyOf(bytes, length));
            assertRefuted(verify(), "tile " + tile);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/000", "tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/001", "checkpoint"})
    void whatIsMissingIsNoRefutation(String file) throws IOException {
        // Given
        Files.delete(log.resolve(file));

        // When
        var run = verify("--entries");

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .startsWith("COULD NOT TELL")
                .contains(file.replace("tile/entries", "entries").replace("tile/", ""));
    }

    @Test
    void noFlippedByteOfACheckpointPasses() throws IOException {
        // Given
        log = temp.resolve("small");
        TestLog.ofEvents(3).write(log);
        var good = Files.readAllBytes(log.resolve("checkpoint"));
        assertThat(Run.of("verify", log, "--policy", policy).exitCode()).isZero();

        // The notes have tests of their own for every bit; here it is the verdict that counts.
        for (var bit = 0; bit < good.length * 8; bit += 9) {
            // When
            var bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(log.resolve("checkpoint"), bytes);

            // Then
            assertThat(Run.of("verify", log, "--policy", policy).exitCode())
                    .as("bit %d", bit)
                    .isEqualTo(1);
        }
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefuted() {
        var other = REGISTER.verifierKey();

        assertThat(Run.of("verify", log, "--key", other).exitCode()).isEqualTo(2);
        assertRefuted(
                Run.of(
                        "verify",
                        log,
                        "--key",
                        NoteSigner.log(TestLog.ORIGIN, new byte[32]).verifierKey()),
                "checkpoint");
    }

    @Test
    void aPolicyNeedsItsQuorum() throws IOException {
        // Given
        assertThat(Run.of("verify", log, "--policy", policy, "--require-witnesses")
                        .exitCode())
                .isZero();

        // When
        INTACT.write(log, INTACT.note(LOG, REGISTER));

        // Then
        assertRefuted(Run.of("verify", log, "--policy", policy), "checkpoint");
        assertThat(verify().exitCode()).isZero();
        assertThat(verify("--require-witnesses").exitCode()).isEqualTo(2);
    }

    @Test
    void aKeyAddsItsLogToAPolicyOfWitnesses() throws IOException {
        // Given
        Files.writeString(policy, TestLog.WITNESSED.text().replaceFirst("log .*\n", ""));

        // Then
        assertThat(verify("--policy", policy).out()).contains("2 of 2 witnesses cosigned");
        assertThat(Run.of("verify", log, "--policy", policy).exitCode()).isEqualTo(1);
    }

    @Test
    void aPartialTileThatHasGrownFullIsReadFromTheFullOne() throws IOException {
        // Given: a checkpoint of 600 leaves, and of the tiles only those of 800
        log = temp.resolve("grown");
        var grown = TestLog.ofEvents(800);
        grown.write(log, grown.first(600).note(LOG));
        grown.first(600).write(temp.resolve("then"));
        TestLog.put(log.resolve("tile/1/000.p/2"), Files.readAllBytes(temp.resolve("then/tile/1/000.p/2")));

        // Then
        assertThat(verify("--entries").exitCode()).isZero();
        flip("tile/0/002", 3);
        assertRefuted(verify("--entries"), "tile 0/002.p/88");
    }

    @Test
    void theFileOfATreeThatWasRewrittenWithoutItsCheckpointIsLocatedByItsChain() throws IOException {
        // Given: entry and tiles rewritten, and all of them fit each other
        var changed = new String(INTACT.entries.get(600), UTF_8).replace("register.child.read", "register.child.seen");
        INTACT.with(600, changed).write(log, INTACT.note(LOG));

        // Then
        assertRefuted(verify(), "tree of size 700");
        assertRefuted(verify("--entries"), "leaf 600");
    }

    @Test
    void aFullTileRewrittenWithItsEntryIsNamed() throws IOException {
        // Given
        INTACT.with(300, "changed").write(temp.resolve("changed"));
        for (var file : List.of("tile/0/001", "tile/entries/001")) {
            Files.write(
                    log.resolve(file),
                    Files.readAllBytes(temp.resolve("changed").resolve(file)));
        }

        // Then
        assertRefuted(verify("--entries"), "tile 0/001");
    }

    @Test
    void theFirstFalseTileOfALargeLogIsNamed() throws IOException {
        // Given
        log = temp.resolve("large");
        TestLog.ofText(65_536 + 256 + 64).write(log);
        assertThat(verify("--entries").out()).startsWith("VERIFIED").contains("None is an event of Waymark");

        for (var tile : List.of("0/000", "0/200", "0/256", "1/000", "2/000.p/1", "1/001.p/1", "0/257.p/64")) {
            // When
            flip("tile/" + tile, 5);

            // Then
            assertRefuted(verify(), "tile " + tile);
            flip("tile/" + tile, 5);
        }
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void wrongUsageIsNoVerdict() throws IOException {
        Files.writeString(temp.resolve("bad.policy"), "log nothing\n");

        for (var run : List.of(
                Run.of(),
                Run.of("verify"),
                Run.of("verify", log),
                Run.of("verify", log, "--key", "nonsense"),
                Run.of("verify", log, "--key", KEY, "--nonsense"),
                Run.of("verify", log, "--key", KEY, "--parallel", "0x"),
                Run.of("verify", log, "--key", KEY, "--parallel", "65"),
                Run.of("verify", log, "--policy", temp.resolve("no.policy")),
                Run.of("verify", log, "--policy", temp.resolve("bad.policy")),
                Run.of("verify", "http://[nonsense", "--key", KEY),
                Run.of("verify", "http://localhost", "--key", KEY, "--header", "secret"),
                Run.of("verify", "http://localhost", "--key", KEY, "--header", "Host: secret"),
                Run.of("verify", "http://localhost", "--key", KEY, "--timeout", "0"))) {
            assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(2);
            assertThat(run.err()).doesNotContain("secret");
        }
    }

    @Test
    void helpShowsExamplesAndExitCodes() {
        assertThat(Run.of("--help").out()).contains("Exit codes:", "Examples:", "proof event.tlog-proof");
        assertThat(Run.of("--help").exitCode()).isZero();
        for (var command : List.of("verify", "proof", "checkpoint", "compare")) {
            assertThat(Run.of(command, "--help").out()).contains("Example");
        }
        assertThat(Run.of("--version").out()).startsWith("log-verifier ");
    }
}
