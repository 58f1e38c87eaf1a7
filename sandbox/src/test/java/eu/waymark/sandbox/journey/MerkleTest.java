package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journeys' verifier is itself held against the published example tree and against proofs made the plain way. */
class MerkleTest {

    private static final int LARGEST = 33;

    /** The leaves of the test tree of Certificate Transparency's first implementation. */
    private static final List<byte[]> EXAMPLE = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(Merkle::leafHash)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theExampleTreeHasItsPublishedRoots(int size, String root) {
        assertThat(Merkle.root(EXAMPLE.subList(0, size)))
                .isEqualTo(HexFormat.of().parseHex(root));
    }

    @Test
    void aPathLeadsToTheRootFromItsOwnLeafAndPlaceOnly() {
        for (int size = 1; size <= LARGEST; size++) {
            var leaves = leaves(size);
            var root = Merkle.root(leaves);
            for (int index = 0; index < size; index++) {
                var path = inclusion(index, leaves);
                assertThat(Merkle.rootAbove(leaves.get(index), index, size, path))
                        .hasValue(root);
                assertThat(Merkle.rootAbove(EXAMPLE.get(7), index, size, path))
                        .hasValueSatisfying(other -> assertThat(other).isNotEqualTo(root));
                assertThat(Merkle.rootAbove(leaves.get(index), size, size, path))
                        .isEmpty();
                if (size > 1) {
                    assertThat(Merkle.rootAbove(leaves.get(index), index, size, path.subList(1, path.size())))
                            .isNotPresent();
                }
            }
        }
    }

    @Test
    void aTreeBeginsWithEverySmallerOneAndWithNoOther() {
        for (int to = 1; to <= LARGEST; to++) {
            var larger = leaves(to);
            for (int from = 1; from <= to; from++) {
                var smaller = Merkle.root(larger.subList(0, from));
                var proof = from == to ? List.<byte[]>of() : consistency(from, larger, true);
                assertThat(Merkle.isPrefix(from, smaller, to, Merkle.root(larger), proof))
                        .as("%d in %d", from, to)
                        .isTrue();
                assertThat(Merkle.isPrefix(from, EXAMPLE.getFirst(), to, Merkle.root(larger), proof))
                        .isFalse();
                assertThat(Merkle.isPrefix(from, smaller, to, EXAMPLE.getFirst(), proof))
                        .isFalse();
            }
        }
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Merkle.leafHash(new byte[] {(byte) number}))
                .toList();
    }

    /** RFC 9162, 2.1.3.1. */
    private static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path = new ArrayList<>(index < split ? inclusion(index, left) : inclusion(index - split, right));
        path.add(Merkle.root(index < split ? right : left));
        return path;
    }

    /** RFC 9162, 2.1.4.1. */
    private static List<byte[]> consistency(int from, List<byte[]> leaves, boolean isWhole) {
        if (from == leaves.size()) {
            return isWhole ? List.of() : List.of(Merkle.root(leaves));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path = new ArrayList<>(
                from <= split ? consistency(from, left, isWhole) : consistency(from - split, right, false));
        path.add(Merkle.root(from <= split ? right : left));
        return path;
    }
}
