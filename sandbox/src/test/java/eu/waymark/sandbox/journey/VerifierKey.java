package eu.waymark.sandbox.journey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A verifier key of a signed note (C2SP), for Ed25519 as the JDK knows it. */
record VerifierKey(String name, byte[] id, PublicKey key) {

    private static final byte ED25519 = 1;
    private static final int ID_LENGTH = 4;

    /** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @param text the name, the key's id in hex, and base64 of algorithm and key, with '+' between them */
    static VerifierKey parse(String text) throws GeneralSecurityException {
        var parts = text.strip().split("\\+", 3);
        byte[] algorithmAndKey = Base64.getDecoder().decode(parts[2]);
        byte[] id = HexFormat.of().parseHex(parts[1]);
        if (algorithmAndKey[0] != ED25519 || !Arrays.equals(id, idOf(parts[0], algorithmAndKey))) {
            throw new GeneralSecurityException("Not an Ed25519 key, or the id is another key's");
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + algorithmAndKey.length - 1);
        System.arraycopy(algorithmAndKey, 1, encoded, PREFIX.length, algorithmAndKey.length - 1);
        var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        return new VerifierKey(parts[0], id, key);
    }

    private static byte[] idOf(String name, byte[] algorithmAndKey) {
        byte[] hash = Merkle.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), algorithmAndKey);
        return Arrays.copyOf(hash, ID_LENGTH);
    }

    /** @param idAndSignature as on the signature line of a note */
    boolean signed(String text, byte[] idAndSignature) {
        if (!Arrays.equals(id, Arrays.copyOf(idAndSignature, ID_LENGTH))) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(idAndSignature, ID_LENGTH, idAndSignature.length - ID_LENGTH);
        } catch (GeneralSecurityException e) {
            // Bytes that are no signature at all.
            return false;
        }
    }
}
