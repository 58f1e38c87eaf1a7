package eu.waymark.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MisspellingsTest {

    private static final Keying KEYING = Keying.secret("sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));

    /** As a table of two numbers keeps them. */
    private static final class Rows implements VariantStore {

        private final Map<Long, Set<Long>> rows = new HashMap<>();

        @Override
        public void add(long variant, long skeleton) {
            rows.computeIfAbsent(variant, none -> new LinkedHashSet<>()).add(skeleton);
        }

        @Override
        public long[] find(long variant) {
            return rows.getOrDefault(variant, Set.of()).stream()
                    .mapToLong(Long::longValue)
                    .toArray();
        }
    }

    @Test
    void aSlipFindsTheWordInMemoryAsInATable() {
        for (VariantStore store : new VariantStore[] {new MemoryVariants(), new Rows()}) {
            // Given
            var misspellings = new Misspellings(KEYING, store);
            for (String known : new String[] {"Kowalczyk", "Nowak", "Marta", "Dimitrova"}) {
                misspellings.add(word(known));
            }

            // When
            long[] lost = misspellings.near(word("Nowa"));
            long[] replaced = misspellings.near(word("Marka"));
            long[] two = misspellings.near(word("Dimirtoba"));

            // Then
            assertThat(lost).containsExactly(word("Nowak").skeleton());
            assertThat(replaced).containsExactly(word("Marta").skeleton());
            assertThat(two).contains(word("Dimitrova").skeleton());
            assertThat(misspellings.near(word("Schneider"))).isEmpty();
        }
    }

    @Test
    void aWordIsNotItsOwnMisspellingAndShortOnesHaveNone() {
        // Given
        var misspellings = new Misspellings(KEYING, new MemoryVariants());
        misspellings.add(word("Nowak"));
        misspellings.add(word("Lea"));

        // Then
        assertThat(misspellings.near(word("Nowak"))).isEmpty();
        assertThat(misspellings.near(word("Leo"))).isEmpty();
    }

    @Test
    void noMoreThanTwentyWordsAreBroughtUp() {
        // Given
        var misspellings = new Misspellings(KEYING, new MemoryVariants());
        for (char first = 'a'; first <= 'z'; first++) {
            for (char last = 'a'; last <= 'z'; last++) {
                misspellings.add(word("ka" + first + "ta" + last + "ra"));
            }
        }

        // When
        long[] near = misspellings.near(word("kantanra"));

        // Then
        assertThat(Arrays.stream(near).distinct()).hasSize(Misspellings.MOST);
    }

    private static KeyWord word(String family) {
        return KeyWord.of(
                NameReader.shared().read(PersonName.of(null, family), Set.of()).getFirst(), KEYING);
    }
}
