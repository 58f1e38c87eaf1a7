package eu.waymark.matching.clk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;

/**
 * Turns features into bits: independent HMAC output for every bit instead of double hashing, whose regular patterns
 * give filters away (Niedermeyer, Steinmetzer, Kroll, Schnell 2014). Not safe for use by several threads.
 */
final class Hashing {

    private static final int POSITIONS_OF_ONE_HMAC = 16;

    /** A few thousand bigrams and digits of twenty years come again and again. */
    private static final int REMEMBERED = 100_000;

    private final Map<String, byte[]> known = new HashMap<>();
    private final Map<Feature.Kind, Mac> macs = new EnumMap<>(Feature.Kind.class);
    private final ClkKey key;

    Hashing(ClkKey key) {
        this.key = key;
    }

    Clk encode(String salt, Collection<Feature> features) {
        long[] words = new long[Clk.BITS / Long.SIZE];
        for (Feature feature : features) {
            set(words, salt, feature);
        }
        return Clk.ofWords(words);
    }

    /** A key to look up by; 64 bits, so that it collides with nobody else's by chance. */
    long block(String salt, String text) {
        return ByteBuffer.wrap(hmac(Feature.Kind.BLOCK, salt, text, 0)).getLong();
    }

    private void set(long[] words, String salt, Feature feature) {
        byte[] output = {};
        for (int i = 0; i < feature.bits(); i++) {
            int at = i % POSITIONS_OF_ONE_HMAC;
            if (at == 0) {
                output = hmac(feature.kind(), salt, feature.text(), i / POSITIONS_OF_ONE_HMAC);
            }
            int position = ((output[2 * at] & 0xFF) << 8 | output[2 * at + 1] & 0xFF) % Clk.BITS;
            words[position / Long.SIZE] |= Long.MIN_VALUE >>> position % Long.SIZE;
        }
    }

    private byte[] hmac(Feature.Kind kind, String salt, String text, int counter) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        String message = salt + "|" + text + "|" + counter;
        return known.computeIfAbsent(kind.label() + "|" + message, unknown -> macs.computeIfAbsent(kind, key::mac)
                .doFinal(message.getBytes(StandardCharsets.UTF_8)));
    }
}
