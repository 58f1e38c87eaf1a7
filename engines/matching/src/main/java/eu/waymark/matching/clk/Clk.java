package eu.waymark.matching.clk;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A bit set of 1,024 or, folded, 512 bits. Immutable. Bit 0 is the highest bit of the first byte. */
public final class Clk {

    /** Bits of an encoding that is not folded. */
    public static final int BITS = 1_024;

    private final long[] words;
    private final int cardinality;

    private Clk(long[] words) {
        this.words = words;
        int bits = 0;
        for (long word : words) {
            bits += Long.bitCount(word);
        }
        this.cardinality = bits;
    }

    /** Takes over a full bit set that its maker does not touch again. */
    static Clk ofWords(long[] words) {
        return new Clk(words);
    }

    /**
     * Reads what {@link #toBase64()} wrote.
     *
     * @throws IllegalArgumentException for another length or alphabet; the message never repeats the text
     */
    public static Clk ofBase64(String text) {
        if (text.length() > BITS / 4) {
            throw new IllegalArgumentException("An encoding has 512 or 1024 bits");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            // The cause would repeat characters of the text.
            throw new IllegalArgumentException("An encoding is written in Base64");
        }
        if (bytes.length != BITS / 8 && bytes.length != BITS / 16) {
            throw new IllegalArgumentException("An encoding has 512 or 1024 bits");
        }
        long[] words = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
        return new Clk(words);
    }

    /** Base64 of the bytes, bit 0 first. Needs the same care as the encoding itself: whoever holds it can compare. */
    public String toBase64() {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
        bytes.asLongBuffer().put(words);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** How many bits are set. */
    public int cardinality() {
        return cardinality;
    }

    /** Bits in all: 1,024 or 512. */
    public int length() {
        return words.length * Long.SIZE;
    }

    /** Both halves over one another by XOR (Schnell and Borgs 2016), which blurs patterns and halves the memory. */
    public Clk folded() {
        if (words.length != BITS / Long.SIZE) {
            throw new IllegalStateException("Only once");
        }
        int half = words.length / 2;
        long[] folded = new long[half];
        for (int i = 0; i < half; i++) {
            folded[i] = words[i] ^ words[i + half];
        }
        return new Clk(folded);
    }

    /**
     * Sorensen-Dice similarity, 0 to 1; 0 where both are empty.
     *
     * @throws IllegalArgumentException if only one of them is folded
     */
    public double dice(Clk other) {
        if (words.length != other.words.length) {
            throw new IllegalArgumentException("Folded and not folded encodings do not compare");
        }
        int common = 0;
        for (int i = 0; i < words.length; i++) {
            common += Long.bitCount(words[i] & other.words[i]);
        }
        int all = cardinality + other.cardinality;
        return all == 0 ? 0 : 2.0 * common / all;
    }

    /** A word of 64 bits. */
    long word(int index) {
        return words[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clk clk && Arrays.equals(words, clk.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /** Never shows the bits: with the key they name a child. */
    @Override
    public String toString() {
        return "Clk[" + length() + " bits, redacted]";
    }
}
