package eu.waymark.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The two signature types used here, both Ed25519, with the identifier bytes that the signed-note specification assigns. */
public enum SignatureType {
    /** A log signs the text of the note as it is. */
    NOTE(0x01, 0),

    /** A witness signs the text together with the time at which it saw it (C2SP tlog-cosignature). */
    COSIGNATURE(0x04, Long.BYTES);

    static final int ED25519_LENGTH = 64;

    private final int id;
    private final int timeLength;

    SignatureType(int id, int timeLength) {
        this.id = id;
        this.timeLength = timeLength;
    }

    byte id() {
        return (byte) id;
    }

    static Optional<SignatureType> of(byte id) {
        return Arrays.stream(values()).filter(type -> type.id() == id).findFirst();
    }

    /** The bytes before the Ed25519 signature in a signature line. */
    byte[] header(long epochSecond) {
        return this == NOTE
                ? new byte[0]
                : ByteBuffer.allocate(Long.BYTES).putLong(epochSecond).array();
    }

    /** What Ed25519 signs. */
    byte[] message(String text, long epochSecond) {
        return NoteText.encode(this == NOTE ? text : "cosignature/v1\ntime " + epochSecond + "\n" + text);
    }

    /**
     * The parts of a signature.
     *
     * @return empty where the length is not exactly right, or the time is 2^63 or later
     */
    Optional<Parts> split(byte[] signature) {
        if (signature.length != timeLength + ED25519_LENGTH) {
            return Optional.empty();
        }
        var epochSecond = timeLength == 0 ? 0 : ByteBuffer.wrap(signature).getLong();
        var ed25519 = Arrays.copyOfRange(signature, timeLength, signature.length);
        return epochSecond < 0 ? Optional.empty() : Optional.of(new Parts(epochSecond, ed25519));
    }

    record Parts(long epochSecond, byte[] ed25519) {}
}
