package eu.waymark.matching.clk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClkTest {

    @Property(tries = 200)
    void diceIsTwiceTheCommonBitsOverAllBits(@ForAll long seed, @ForAll boolean folded) {
        // Given
        Clk left = random(seed, folded);
        Clk right = random(~seed, folded);
        BitSet common = bits(left);
        common.and(bits(right));

        // When
        double dice = left.dice(right);

        // Then
        assertThat(dice)
                .isEqualTo(2.0
                        * common.cardinality()
                        / (bits(left).cardinality() + bits(right).cardinality()))
                .isEqualTo(right.dice(left));
        assertThat(left.dice(left)).isEqualTo(1);
        assertThat(left.cardinality()).isEqualTo(bits(left).cardinality());
    }

    @Property(tries = 100)
    void foldingIsTheExclusiveOrOfBothHalves(@ForAll long seed) {
        Clk whole = random(seed, false);
        BitSet folded = bits(whole).get(0, 512);
        folded.xor(bits(whole).get(512, 1_024));

        assertThat(bits(whole.folded())).isEqualTo(folded);
        assertThat(whole.folded().length()).isEqualTo(512);
    }

    @Property(tries = 100)
    void survivesBase64(@ForAll long seed, @ForAll boolean folded) {
        Clk clk = random(seed, folded);

        assertThat(Clk.ofBase64(clk.toBase64())).isEqualTo(clk).hasSameHashCodeAs(clk);
    }

    @Test
    void refusesWhatIsNoEncodingWithoutRepeatingIt() {
        assertThatThrownBy(() -> Clk.ofBase64("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clk.ofBase64("!".repeat(172)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("!")
                .hasNoCause();
        assertThatThrownBy(() -> Clk.ofBase64("A".repeat(1_000_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random(1, false).dice(random(1, true))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingThatHasNoBitsIsLikeAnything() {
        Clk none = Clk.ofWords(new long[16]);

        assertThat(none.dice(none)).isZero();
        assertThat(none.dice(random(1, false))).isZero();
    }

    @Test
    void isNeverPrinted() {
        assertThat(random(1, false).toString()).isEqualTo("Clk[1024 bits, redacted]");
    }

    /** About three bits in eight are set, as in real encodings. */
    static Clk random(long seed, boolean folded) {
        var random = new Random(seed);
        long[] words = new long[folded ? 8 : 16];
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextLong() & (random.nextLong() | random.nextLong());
        }
        return Clk.ofWords(words);
    }

    private static BitSet bits(Clk clk) {
        long[] reversed = new long[clk.length() / Long.SIZE];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = Long.reverse(clk.word(i));
        }
        return BitSet.valueOf(reversed);
    }
}
