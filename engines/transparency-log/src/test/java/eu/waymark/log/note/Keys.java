package eu.waymark.log.note;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Signers with known seeds. */
final class Keys {

    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_679_315_147), ZoneOffset.UTC);
    static final NoteSigner LOG = NoteSigner.log("example.com/log", seed(1));

    private Keys() {}

    static NoteSigner witness(int number) {
        return NoteSigner.witness("example.com/log/w" + number, seed(100 + number), CLOCK);
    }

    static byte[] seed(int value) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
