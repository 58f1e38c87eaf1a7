package eu.waymark.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.log.Frontier;
import eu.waymark.log.Hash;
import eu.waymark.log.InclusionProof;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.Node;
import eu.waymark.log.NodeId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {

    private static final List<Hash> LEAVES = IntStream.range(0, 300)
            .mapToObj(at -> Hash.ofLeaf(("entry " + at).getBytes(UTF_8)))
            .toList();
    private static final Policy POLICY =
            Policy.of(Keys.LOG.verifierKey(), List.of(Keys.witness(1).verifierKey()), 1);

    private static TlogProof proof(int index, int size) {
        var growth = Frontier.EMPTY.append(LEAVES.subList(0, size));
        Map<NodeId, Hash> nodes = growth.completed().stream().collect(Collectors.toMap(Node::id, Node::hash));
        InclusionProof inclusion = MerkleTree.inclusion(index, size).answer(ids -> nodes);
        var checkpoint =
                new Checkpoint("example.com/log", size, growth.frontier().root());
        return new TlogProof(index, inclusion.path(), checkpoint.sign(Keys.LOG, Keys.witness(1)));
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAndVerifies(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int seed) {
        // Given
        var index = seed % size;
        var text = proof(index, size).encoded();

        // When
        var proof = TlogProof.parse(text.getBytes(UTF_8));

        // Then
        assertThat(proof.encoded()).isEqualTo(text);
        assertThat(proof.verify(LEAVES.get(index), POLICY).size()).isEqualTo(size);
    }

    @Test
    void theFileIsThatOfTheSpecification() {
        var proof = proof(2, 3);

        assertThat(proof.encoded())
                .isEqualTo("c2sp.org/tlog-proof@v1\nindex 2\n"
                        + proof.path().getFirst().base64() + "\n\n"
                        + proof.checkpoint().encoded());
        assertThat(new TlogProof("YWdl", 2, proof.path(), proof.checkpoint()).encoded())
                .startsWith("c2sp.org/tlog-proof@v1\nextra YWdl\nindex 2\n");
    }

    @Test
    void extraDataIsKeptAndProvesNothing() {
        // Given
        var good = proof(2, 3);
        var text = new TlogProof("YWdl", 2, good.path(), good.checkpoint()).encoded();

        // When
        var proof = TlogProof.parse(text);

        // Then
        assertThat(proof.extra()).isEqualTo("YWdl");
        assertThat(proof.verify(LEAVES.get(2), POLICY).size()).isEqualTo(3);
    }

    @Test
    void anotherLeafIsRefuted() {
        var proof = proof(17, 300);

        assertThatThrownBy(() -> proof.verify(LEAVES.get(18), POLICY))
                .isInstanceOf(InvalidNoteException.class)
                .hasMessage("Leaf 17 is not the one in the tree of size 300 that was signed");
    }

    @Test
    void aProofIsNoBetterThanItsCheckpoint() {
        // Given
        var proof = proof(17, 300);
        var uncosigned = new TlogProof(
                17, proof.path(), Checkpoint.parse(proof.checkpoint().text()).sign(Keys.LOG));
        var strangers = NoteSigner.log("example.com/log", Keys.seed(77));
        var foreign = new TlogProof(
                17, proof.path(), Checkpoint.parse(proof.checkpoint().text()).sign(strangers));

        // Then
        assertThatThrownBy(() -> uncosigned.verify(LEAVES.get(17), POLICY)).hasMessageContaining("lacks cosignatures");
        assertThatThrownBy(() -> foreign.verify(LEAVES.get(17), POLICY)).hasMessage("No known key signed the note");
        assertThat(uncosigned
                        .verify(LEAVES.get(17), Policy.of(Keys.LOG.verifierKey()))
                        .size())
                .isEqualTo(300);
    }

    @Test
    void everyFlippedBitOfAProofIsRefuted() {
        // Given
        var good = proof(5, 11).encoded().getBytes(UTF_8);

        for (var bit = 0; bit < good.length * 8; bit++) {
            // When
            var bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);

            // Then
            assertThat(verifies(bytes)).as("bit %d", bit).isFalse();
        }
        assertThat(verifies(good)).isTrue();
    }

    private static boolean verifies(byte[] proof) {
        try {
            return TlogProof.parse(proof).verify(LEAVES.get(5), POLICY).size() == 11;
        } catch (InvalidNoteException e) {
            return false;
        }
    }

    @Test
    void noPartOfAProofIsOne() {
        // Given
        var good = proof(5, 11).encoded().getBytes(UTF_8);

        // Then
        for (var length = 0; length < good.length; length++) {
            assertThat(verifies(Arrays.copyOf(good, length)))
                    .as("length %d", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%v",
                "%v\n",
                "%v\n\n%c",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n%c",
                " %v\nindex 0\n\n%c",
                "%v\r\nindex 0\n\n%c",
                "%v\nindex 0\n%c",
                "%v\nindex 0\n\n\n%c",
                "%v\n\nindex 0\n\n%c",
                "%v\nindex\n\n%c",
                "%v\nindex \n\n%c",
                "%v\nindex 00\n\n%c",
                "%v\nindex +0\n\n%c",
                "%v\nindex -1\n\n%c",
                "%v\nindex 0 \n\n%c",
                "%v\nindex 9223372036854775808\n\n%c",
                "%v\nIndex 0\n\n%c",
                "%v\nextra\nindex 0\n\n%c",
                "%v\nextra \nindex 0\n\n%c",
                "%v\nextra YWdl\nextra YWdl\nindex 0\n\n%c",
                "%v\nextra YWdm=\nindex 0\n\n%c",
                "%v\nindex 0\nextra YWdl\n\n%c",
                "%v\nindex 0\nAAAA\n\n%c",
                "%v\nindex 0\n\n%c\n",
                "%v\nindex 1\n\n%c"
            })
    void aProofHasOneSpelling(String text) {
        var checkpoint = proof(0, 1).checkpoint().encoded();
        var spelled = text.replace("%v", "c2sp.org/tlog-proof@v1").replace("%c", checkpoint);

        assertThatThrownBy(() -> TlogProof.parse(spelled)).isInstanceOf(InvalidNoteException.class);
    }

    @Test
    void theSpellingThatTheOthersMissIsAccepted() {
        var text =
                "c2sp.org/tlog-proof@v1\nindex 0\n\n" + proof(0, 1).checkpoint().encoded();

        assertThat(TlogProof.parse(text).verify(LEAVES.getFirst(), POLICY).size())
                .isEqualTo(1);
    }

    @Test
    void aPathLongerThanAnyTreeIsHighIsRefused() {
        // Given
        var note = proof(0, 1).checkpoint();

        // When
        var longest = new TlogProof(0, Collections.nCopies(63, Hash.EMPTY_ROOT), note).encoded();

        // Then
        assertThat(TlogProof.parse(longest).path()).hasSize(63);
        assertThatThrownBy(() -> TlogProof.parse(
                        longest.replaceFirst("\nindex 0\n", "\nindex 0\n" + Hash.EMPTY_ROOT.base64() + "\n")))
                .isInstanceOf(InvalidNoteException.class);
    }
}
