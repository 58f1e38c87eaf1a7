package eu.waymark.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @Test
    void aPathGroupsDigitsByThree() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("1/000.p/17");
        assertThat(Tile.indexPath(273)).isEqualTo("273");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/000", "0/x001/x234/067", "0/273.p/112", "2/000.p/1", "7/999.p/255"})
    void aPathLeadsBackToItsTile(String path) {
        assertThat(Tile.parse(path)).map(Tile::path).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/0",
                "0/00",
                "0/0000",
                "00/000",
                "8/000",
                "64/000",
                "0/x000/000",
                "0/001/000",
                "0/x001",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/257",
                "0/000.p/01",
                "0/000.p/",
                "0/-01",
                "0/000/",
                "entries/000",
                "0/000.p/1\n"
            })
    void anyOtherSpellingIsNoTile(String path) {
        assertThat(Tile.parse(path)).isEmpty();
    }

    @Test
    void aTileNamesTheNodesItHolds() {
        assertThat(new Tile(1, 2, 3).nodes())
                .containsExactly(new NodeId(8, 512), new NodeId(8, 513), new NodeId(8, 514));
    }
}
