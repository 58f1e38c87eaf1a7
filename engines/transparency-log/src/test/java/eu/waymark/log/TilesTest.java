package eu.waymark.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

    @Test
    void aTreeOf70000LeavesHasTheTilesOfTheSpecification() {
        assertThat(Tiles.of(70_000).filter(tile -> tile.full() && tile.level() == 0))
                .hasSize(273);
        assertThat(Tiles.of(70_000).filter(tile -> tile.full() && tile.level() > 0))
                .containsExactly(new Tile(1, 0, 256));
        assertThat(Tiles.partial(70_000)).containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
    }

    @Test
    void aTreeOf256LeavesHasAFullTileAndAPartialOneAbove() {
        assertThat(Tiles.of(256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(Tiles.of(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "255, 255, 0, 0",
        "256, 0, 1, 0",
        "257, 1, 1, 0",
        "65535, 255, 255, 0",
        "65536, 0, 0, 1",
        "65537, 1, 0, 1",
        "16777215, 255, 255, 255",
        "16777216, 0, 0, 0",
        "16777217, 1, 0, 0",
        "4294967295, 255, 255, 255"
    })
    void partialTilesAreAsWideAsTheDigitsOfTheSizeToBase256(long size, int level0, int level1, int level2) {
        for (var level = 0; level < 3; level++) {
            var width = new int[] {level0, level1, level2}[level];
            var at = level;
            assertThat(Tiles.partial(size).stream().filter(tile -> tile.level() == at))
                    .extracting(Tile::width)
                    .isEqualTo(width == 0 ? List.of() : List.of(width));
        }
    }

    @Property(tries = 200)
    void whatAGrowingTreeCompletesIsWhatIsNewAndFull(
            @ForAll @LongRange(max = 140_000) long one, @ForAll @LongRange(max = 140_000) long other) {
        // Given
        var from = Math.min(one, other);
        var to = Math.max(one, other);

        // When
        var full = Stream.concat(Tiles.completed(0, from), Tiles.completed(from, to));

        // Then
        assertThat(full)
                .containsExactlyInAnyOrderElementsOf(Tiles.completed(0, to).toList());
        assertThat(Tiles.of(to).filter(Tile::full))
                .containsExactlyElementsOf(Tiles.completed(0, to).toList());
    }

    @Property(tries = 200)
    void aTreeHasATileWhereItHasNodes(@ForAll @LongRange(max = 140_000) long size) {
        Tiles.of(size).forEach(tile -> {
            assertThat(Tiles.at(tile.level(), tile.index(), size)).contains(tile);
            assertThat(tile.nodes())
                    .allSatisfy(node -> assertThat(Tiles.holding(node, size)).contains(tile));
        });
        assertThat(Tiles.at(0, size / 256 + 1, size)).isEmpty();
        assertThat(Tiles.at(1, size >> 16 << 1 | 1, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "8,0", "0,-1", "0,2", "1,1", "0,9223372036854775807", "7,1"})
    void thereIsNoTileBeyondTheTree(int level, long index) {
        assertThat(Tiles.at(level, index, 300)).isEmpty();
    }

    @Test
    void theLargestTreeHasTiles() {
        assertThat(Tiles.at(7, 127, Long.MAX_VALUE)).isEmpty();
        assertThat(Tiles.at(7, 0, Long.MAX_VALUE)).contains(new Tile(7, 0, 127));
        assertThat(Tiles.at(0, Long.MAX_VALUE / 256, Long.MAX_VALUE)).contains(new Tile(0, Long.MAX_VALUE / 256, 255));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void aTreeHasNoNegativeSize(long size) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tiles.partial(size));
        assertThatIllegalArgumentException().isThrownBy(() -> new TileNodes(size, tiles -> null));
    }

    @Test
    void theRootOfATileIsTheTreeHashOverItsHashes() {
        // Given
        var tile = new Tile(1, 3, 256);
        var leaves = ReferenceTree.leaves(256);

        // When
        var hashes = new TileHashes(tile, leaves);

        // Then
        assertThat(hashes.root()).isEqualTo(ReferenceTree.mth(leaves));
        assertThat(hashes.encoded()).hasSize(8192);
        assertThat(TileHashes.decode(tile, hashes.encoded())).isEqualTo(hashes);
    }

    @Test
    void aPartialTileIsNotHashedIntoTheLevelAbove() {
        var partial = new TileHashes(new Tile(0, 0, 255), ReferenceTree.leaves(255));

        assertThatIllegalStateException().isThrownBy(partial::root);
        assertThatIllegalArgumentException().isThrownBy(() -> new TileHashes(new Tile(0, 0, 255), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 63, 65, 96})
    void aTileIsExactlyAsLongAsItsWidthSays(int length) {
        assertThatThrownBy(() -> TileHashes.decode(new Tile(0, 7, 2), Arrays.copyOf(new byte[64], length)))
                .isInstanceOf(InvalidTileException.class)
                .hasMessage("Tile 0/007.p/2 has " + length + " bytes, not 64");
    }
}
