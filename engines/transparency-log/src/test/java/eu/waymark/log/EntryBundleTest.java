package eu.waymark.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryBundleTest {

    @Test
    void eachEntryStandsBehindItsLength() {
        // Given
        var bundle = new EntryBundle(0, 3);

        // When
        var bytes = bundle.encode(List.of("ab".getBytes(UTF_8), new byte[0], new byte[258]));

        // Then
        assertThat(bytes).startsWith(0, 2, 'a', 'b', 0, 0, 1, 2).hasSize(2 + 2 + 2 + 2 + 258);
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll @Size(min = 1, max = 256) List<byte[]> entries) {
        // Given
        var bundle = new EntryBundle(7, entries.size());

        // Then
        assertThat(bundle.decode(bundle.encode(entries)).toArray()).isEqualTo(entries.toArray());
    }

    @Test
    void anEntryOf65535BytesFitsAndALongerOneDoesNot() {
        // Given
        var bundle = new EntryBundle(0, 1);

        // Then
        assertThat(bundle.decode(bundle.encode(List.of(new byte[65_535]))).getFirst())
                .hasSize(65_535);
        assertThatIllegalArgumentException().isThrownBy(() -> bundle.encode(List.of(new byte[65_536])));
        assertThat(EntryBundle.LONGEST).isEqualTo(256 * 65_537);
    }

    @Property(tries = 300)
    void noPartOfABundleAndNothingLongerIsOne(@ForAll @Size(min = 1, max = 8) List<byte[]> entries) {
        // Given
        var bundle = new EntryBundle(2, entries.size());
        var bytes = bundle.encode(entries);

        // Then
        for (var length = 0; length < bytes.length; length++) {
            var part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> bundle.decode(part))
                    .isInstanceOf(InvalidTileException.class)
                    .hasMessageStartingWith("Tile " + bundle.path() + " ends within entry 51");
        }
        assertThatThrownBy(() -> bundle.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(InvalidTileException.class)
                .hasMessage("Tile " + bundle.path() + " goes on after its " + entries.size() + " entries");
    }

    @Test
    void everyFlippedBitIsRefusedOrChangesALeaf() {
        // Given
        var bundle = new EntryBundle(0, 3);
        var good = HexFormat.of().parseHex("0003616263" + "0000" + "00026465");
        var leaves = bundle.decode(good).stream().map(Hash::ofLeaf).toList();

        for (var bit = 0; bit < good.length * 8; bit++) {
            // When
            var bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);

            // Then
            assertThat(decoded(bundle, bytes)).isNotEqualTo(leaves);
        }
        assertThat(decoded(bundle, good)).isEqualTo(leaves);
    }

    private static List<Hash> decoded(EntryBundle bundle, byte[] bytes) {
        try {
            return bundle.decode(bytes).stream().map(Hash::ofLeaf).toList();
        } catch (InvalidTileException e) {
            return List.of();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries/000", "entries/x001/x234/067", "entries/273.p/112", "entries/x001/000.p/1"})
    void aPathLeadsBackToItsBundle(String path) {
        assertThat(EntryBundle.parse(path)).map(EntryBundle::path).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "entries",
                "entries/",
                "entries0/000",
                "Entries/000",
                "0/000",
                "entries/0",
                "entries/x000/000",
                "entries/001/000",
                "entries/000.p/0",
                "entries/000.p/256",
                "entries/000.p/01",
                "entries/000/",
                "entries//000",
                "entries/000\n"
            })
    void anyOtherSpellingIsNoBundle(String path) {
        assertThat(EntryBundle.parse(path)).isEmpty();
    }

    @Test
    void aTreeHasABundleForEachTileOfLeaves() {
        assertThat(EntryBundle.of(600))
                .containsExactly(new EntryBundle(0, 256), new EntryBundle(1, 256), new EntryBundle(2, 88));
        assertThat(EntryBundle.of(256)).containsExactly(new EntryBundle(0, 256));
        assertThat(EntryBundle.of(0)).isEmpty();
        assertThat(new EntryBundle(2, 88).firstLeaf()).isEqualTo(512);
        assertThat(new EntryBundle(2, 88).tile()).isEqualTo(new Tile(0, 2, 88));
    }

    @Test
    void aBundleIsAsWideAsItSays() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 2).encode(List.of(new byte[1])));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 257));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(-1, 1));
    }
}
