package eu.waymark.log.note;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The private half of a key that signs notes. It never shows its seed. */
public final class NoteSigner {

    /** A log's signature holds no time. */
    private static final Clock TIMELESS = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final VerifierKey verifierKey;
    private final Ed25519PrivateKeyParameters key;
    private final Clock clock;

    private NoteSigner(String name, SignatureType type, byte[] seed, Clock clock) {
        if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new InvalidNoteException("An Ed25519 seed has 32 bytes");
        }
        this.key = new Ed25519PrivateKeyParameters(seed);
        this.verifierKey = VerifierKey.of(name, type, key.generatePublicKey().getEncoded());
        this.clock = clock;
    }

    /**
     * A log's own signer.
     *
     * @param seed the 32 bytes of an RFC 8032 private key
     */
    public static NoteSigner log(String name, byte[] seed) {
        return new NoteSigner(name, SignatureType.NOTE, seed, TIMELESS);
    }

    /**
     * A witness, whose signature also says when it saw the checkpoint.
     *
     * @param seed the 32 bytes of an RFC 8032 private key; not to be shared with a log or another witness
     */
    public static NoteSigner witness(String name, byte[] seed, Clock clock) {
        return new NoteSigner(name, SignatureType.COSIGNATURE, seed, clock);
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** Signs a text that ends in a newline, as {@link SignedNote} holds it. */
    public NoteSignature sign(String text) {
        var type = verifierKey.type();
        var now = clock.instant().getEpochSecond();
        var message = type.message(text, now);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        var header = type.header(now);
        var signature = ByteBuffer.allocate(header.length + SignatureType.ED25519_LENGTH)
                .put(header)
                .put(signer.generateSignature());
        return NoteSignature.of(verifierKey.name(), verifierKey.id(), signature.array());
    }

    @Override
    public String toString() {
        return "NoteSigner[" + verifierKey + "]";
    }
}
