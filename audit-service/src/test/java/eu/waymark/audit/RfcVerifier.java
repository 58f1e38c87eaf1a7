package eu.waymark.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Proofs, roots and checkpoints checked from the text of the standards alone, with nothing of the log engine. */
public final class RfcVerifier {

    private static final byte[] ED25519_KEY_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    private RfcVerifier() {}

    /** RFC 9162, 2.1.3.2 */
    public static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        long fn = index;
        long sn = size - 1;
        var hash = sha256((byte) 0, leaf);
        for (var sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = sha256((byte) 1, sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = sha256((byte) 1, hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return index < size && sn == 0 && Arrays.equals(hash, root);
    }

    /** MTH of RFC 6962, 2.1 */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.size() <= 1) {
            return leaves.isEmpty() ? sha256() : sha256((byte) 0, leaves.getFirst());
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return sha256((byte) 1, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** What a note's first signature says under a verifier key (C2SP signed-note), checked by the JDK. */
    public static boolean signed(String note, String verifierKey) throws GeneralSecurityException {
        var text = note.substring(0, note.indexOf("\n\n") + 1);
        var line = note.substring(note.indexOf("\n\n") + 2).lines().findFirst().orElseThrow();
        var name = verifierKey.substring(0, verifierKey.indexOf('+'));
        var keyBytes = Base64.getDecoder().decode(verifierKey.substring(verifierKey.indexOf('+') + 10));
        var signatureBytes = Base64.getDecoder().decode(line.substring(("— " + name + " ").length()));
        var encoded = concat(ED25519_KEY_HEADER, Arrays.copyOfRange(keyBytes, 1, keyBytes.length));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return line.startsWith("— " + name + " ")
                && verifier.verify(Arrays.copyOfRange(signatureBytes, 4, signatureBytes.length));
    }

    private static byte[] sha256(byte prefix, byte[]... parts) {
        var all = new byte[] {prefix};
        for (var part : parts) {
            all = concat(all, part);
        }
        return sha256(all);
    }

    private static byte[] sha256(byte... bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
