package eu.waymark.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value in a Merkle tree: always 32 bytes, immutable, equal by content. */
public final class Hash {

    public static final int LENGTH = 32;

    /** Looking one up takes as long as hashing a node. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::sha256);

    /** The root of a tree without leaves: the hash of nothing (RFC 6962, 2.1). */
    public static final Hash EMPTY_ROOT = new Hash(sha256().digest());

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are exactly 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The 32 bytes from {@code offset} on, of which the caller knows that they are there. */
    static Hash of(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** @throws IllegalArgumentException unless the text is 64 hexadecimal digits */
    public static Hash fromHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** @throws IllegalArgumentException unless the text is the canonical, padded RFC 4648 base64 of 32 bytes */
    public static Hash fromBase64(String base64) {
        var hash = of(Base64.getDecoder().decode(base64));
        if (!hash.base64().equals(base64)) {
            throw new IllegalArgumentException("Not the canonical base64 of a hash");
        }
        return hash;
    }

    /** The hash of one entry, kept apart from inner nodes by its prefix (RFC 6962, 2.1). */
    public static Hash ofLeaf(byte[] entry) {
        var sha = SHA_256.get();
        sha.update(LEAF);
        return new Hash(sha.digest(entry));
    }

    /** The hash of an inner node over its two children (RFC 6962, 2.1). */
    public static Hash ofChildren(Hash left, Hash right) {
        var sha = SHA_256.get();
        sha.update(NODE);
        sha.update(left.bytes);
        return new Hash(sha.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
