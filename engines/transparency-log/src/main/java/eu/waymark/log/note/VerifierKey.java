package eu.waymark.log.note;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The public half of a key that signs notes, written {@code name+hexid+base64(type || key)} (C2SP signed-note). */
public final class VerifierKey {

    private final String name;
    private final SignatureType type;
    private final Ed25519PublicKeyParameters key;

    private VerifierKey(String name, SignatureType type, Ed25519PublicKeyParameters key) {
        this.name = NoteText.requireKeyName(name);
        this.type = type;
        this.key = key;
    }

    /** @throws InvalidNoteException unless the bytes are an Ed25519 public key */
    public static VerifierKey of(String name, SignatureType type, byte[] publicKey) {
        if (publicKey.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            throw new InvalidNoteException("An Ed25519 key has 32 bytes");
        }
        try {
            return new VerifierKey(name, type, new Ed25519PublicKeyParameters(publicKey));
        } catch (IllegalArgumentException e) {
            throw new InvalidNoteException("Not an Ed25519 public key", e);
        }
    }

    /** @throws InvalidNoteException unless the text is exactly the encoding of a key, and its id fits */
    public static VerifierKey parse(String encoded) {
        var parts = encoded.split("\\+", 3);
        if (parts.length != 3) {
            throw new InvalidNoteException("A verifier key is a name, an id and a key");
        }
        var bytes = NoteText.decodeBase64(parts[2]);
        var type = SignatureType.of(bytes.length == 0 ? 0 : bytes[0])
                .orElseThrow(() -> new InvalidNoteException("A verifier key of an unknown type"));
        var key = of(parts[0], type, Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!key.encoded().equals(encoded)) {
            throw new InvalidNoteException("The id of a verifier key does not fit its name and key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /** The 32 bytes of the key alone, equal wherever the same private key is behind it. */
    byte[] publicKey() {
        return key.getEncoded();
    }

    /** The first four bytes of SHA-256 over name, newline, type and key: a hint, not an identity. */
    public int id() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(NoteText.encode(name + "\n"));
            return ByteBuffer.wrap(sha.digest(typeAndKey())).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public String encoded() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + NoteText.encodeBase64(typeAndKey());
    }

    /** Whether the line claims to come from this key; only {@link #verify} tells whether it does. */
    boolean matches(NoteSignature signature) {
        return signature.keyName().equals(name) && signature.keyId() == id();
    }

    /** Whether this key made the signature for exactly this text. */
    public boolean verify(String text, NoteSignature signature) {
        return verified(text, signature).isPresent();
    }

    /**
     * When this witness says that it saw the text.
     *
     * @return empty unless it is a witness's key, and the key made the signature for exactly this text
     */
    public Optional<Instant> cosignedAt(String text, NoteSignature signature) {
        return verified(text, signature)
                .filter(parts -> type == SignatureType.COSIGNATURE)
                .map(parts -> Instant.ofEpochSecond(parts.epochSecond()));
    }

    private Optional<SignatureType.Parts> verified(String text, NoteSignature signature) {
        return Optional.of(signature)
                .filter(this::matches)
                .flatMap(claimed -> type.split(claimed.signature()))
                .filter(parts -> verifies(type.message(text, parts.epochSecond()), parts.ed25519()));
    }

    /** Plain Ed25519 (RFC 8032), under the frame of a note. */
    boolean verifies(byte[] message, byte[] ed25519) {
        var verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(ed25519);
    }

    private byte[] typeAndKey() {
        var bytes = ByteBuffer.allocate(1 + Ed25519PublicKeyParameters.KEY_SIZE);
        return bytes.put(type.id()).put(key.getEncoded()).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && encoded().equals(that.encoded());
    }

    @Override
    public int hashCode() {
        return encoded().hashCode();
    }

    @Override
    public String toString() {
        return encoded();
    }
}
