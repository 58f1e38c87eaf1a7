package eu.waymark.log.verifier;

import static eu.waymark.log.verifier.TestLog.KEY;
import static eu.waymark.log.verifier.TestLog.LOG;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.Hash;
import eu.waymark.log.note.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {

    private static final TestLog TREE = TestLog.ofEvents(11);
    private static final int INDEX = 5;

    @TempDir
    private Path temp;

    private Path proof;
    private Path entry;
    private Path policy;

    @BeforeEach
    void write() throws IOException {
        proof = Files.writeString(temp.resolve("event.tlog-proof"), tlogProof());
        entry = Files.write(temp.resolve("event.json"), TREE.entries.get(INDEX));
        policy = Files.writeString(temp.resolve("policy"), TestLog.WITNESSED.text());
    }

    private static String tlogProof() {
        var note = TREE.note(LOG, TestLog.REGISTER, TestLog.REFERRAL);
        return new TlogProof(INDEX, TREE.inclusion(INDEX).path(), note).encoded();
    }

    /** As the audit service hands it out. */
    private static String json() {
        var path = TREE.inclusion(INDEX).path().stream()
                .map(hash -> '"' + hash.base64() + '"')
                .collect(Collectors.joining(","));
        var note = TREE.note(LOG, TestLog.REGISTER, TestLog.REFERRAL).encoded().replace("\n", "\\n");
        var leaf = TREE.entries.get(INDEX);
        return """
                {"leafIndex":5,"leafHash":"%s","treeSize":11,"auditPath":[%s],"checkpoint":"%s","leaf":"%s"}""".formatted(
                Hash.ofLeaf(leaf).base64(), path, note, Base64.getEncoder().encodeToString(leaf));
    }

    private Run check(Object... more) {
        var arguments = new ArrayList<Object>(List.of("proof", proof, "--key", KEY));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }

    @Test
    void aProofFileIsVerified() {
        // When
        var run = Run.of("proof", proof, "--policy", policy, "--entry", entry);

        // Then
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                        VERIFIED: The entry is leaf 5 of waymark.example/log, in the tree of 11 leaves that the log signed.
                        2 of 2 witnesses cosigned: waymark.example/log/referral-service, waymark.example/log/register-service.
                        """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theProofOfTheAuditServiceIsVerified() throws IOException {
        // Given
        Files.writeString(proof, json());

        // Then
        assertThat(check().out()).startsWith("VERIFIED: The entry is leaf 5");
        assertThat(check("--entry", entry, "--json").out()).contains("\"leafIndex\" : 5");
    }

    @Test
    void theProofOfAnotherEntryIsRefuted() throws IOException {
        // Given
        Files.write(entry, TREE.entries.get(6));

        // Then
        assertThat(check("--entry", entry).out()).startsWith("REFUTED at proof: Leaf 5 is not the one");
        Files.writeString(proof, json());
        assertThat(check("--entry", entry).out()).startsWith("REFUTED at proof: It is the proof of another entry.");
    }

    @Test
    void aTlogProofNeedsItsEntry() {
        assertThat(check().exitCode()).isEqualTo(2);
        assertThat(check().err()).contains("--entry is needed");
    }

    @Test
    void noFlippedByteOfAnEntryIsVerified() throws IOException {
        // Given
        var good = TREE.entries.get(INDEX);

        for (var bit = 0; bit < good.length * 8; bit += 9) {
            // When
            var bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(entry, bytes);

            // Then
            assertThat(check("--entry", entry).exitCode()).as("bit %d", bit).isEqualTo(1);
        }
    }

    @Test
    void everyFlippedBitOfAJsonProofIsRefuted() {
        // Given
        var good = json().getBytes(StandardCharsets.UTF_8);

        for (var bit = 0; bit < good.length * 8; bit++) {
            // When
            var bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);

            // Then
            assertThat(verdict(bytes)).as("bit %d", bit).isEqualTo(Verdict.REFUTED);
        }
        assertThat(verdict(good)).isEqualTo(Verdict.VERIFIED);
    }

    private static Verdict verdict(byte[] json) {
        return Outcome.of("proof", () -> {
                    var proof = ProofFile.parse(json);
                    var checkpoint = proof.proof().verify(Hash.ofLeaf(proof.entry()), TestLog.WITNESSED);
                    return Outcome.verified(List.of(checkpoint.origin()), Map.of());
                })
                .verdict();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"leafIndex\":5|\"leafIndex\":4",
                "\"leafIndex\":5|\"leafIndex\":5.0",
                "\"leafIndex\":5,|''",
                "\"treeSize\":11|\"treeSize\":12",
                "\"treeSize\":11|\"treeSize\":11,\"treeSize\":11",
                "\"auditPath\":[|\"auditPath\":[\"AAAA\",",
                "\"auditPath\":[|\"auditPath\":[7,",
                "\"auditPath\":[|\"auditPath\":{},\"other\":[",
                "\"leaf\":\"|\"leaf\":\"AAAA",
                "\"checkpoint\":\"|\"checkpoint\":\"x"
            })
    void aJsonProofThatDoesNotFitIsRefuted(String good, String bad) throws IOException {
        // Given
        assertThat(json()).contains(good);

        // When
        Files.writeString(proof, json().replace(good, bad));

        // Then
        assertThat(check().exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{}{}", "nonsense"})
    void whatIsNoProofIsRefuted(String text) throws IOException {
        Files.writeString(proof, text);

        assertThat(check("--entry", entry).exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsNoRefutation() throws IOException {
        assertThat(check("--entry", temp.resolve("nowhere")).exitCode()).isEqualTo(2);
        Files.delete(proof);
        assertThat(check("--entry", entry).exitCode()).isEqualTo(2);
    }

    @Test
    void aCheckpointShowsWhoSignedIt() throws IOException {
        // Given
        var file = Files.writeString(
                temp.resolve("checkpoint"),
                TREE.note(LOG, TestLog.REGISTER, TestLog.REFERRAL).encoded());

        // When
        var run = Run.of("checkpoint", file, "--policy", policy);

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("signed a tree of 11 leaves under the root "
                        + TREE.checkpoint().root().base64())
                .contains("register-service saw it at 2026-11-22T10:00:00Z.");
        Files.writeString(file, TREE.note(LOG).encoded());
        assertThat(Run.of("checkpoint", file, "--policy", policy).out())
                .startsWith("REFUTED at checkpoint: The checkpoint lacks cosignatures: 0 of 2");
        assertThat(Run.of("checkpoint", file, "--key", KEY).exitCode()).isZero();
        assertThat(Run.of("checkpoint", temp.resolve("nowhere"), "--key", KEY).exitCode())
                .isEqualTo(2);
    }
}
