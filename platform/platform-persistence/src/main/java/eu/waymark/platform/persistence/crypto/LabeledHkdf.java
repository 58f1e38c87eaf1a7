package eu.waymark.platform.persistence.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF-SHA256 with labels, RFC 9180 part 4.
 *
 * @param suite what the RFC calls {@code suite_id}
 */
record LabeledHkdf(byte[] suite) {

    /** {@code "KEM", DHKEM(X25519, HKDF-SHA256)}. */
    static final LabeledHkdf KEM = new LabeledHkdf(new byte[] {'K', 'E', 'M', 0, 0x20});

    /** {@code "HPKE", DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM}. */
    static final LabeledHkdf HPKE = new LabeledHkdf(new byte[] {'H', 'P', 'K', 'E', 0, 0x20, 0, 1, 0, 2});

    private static final byte[] VERSION = ascii("HPKE-v1");

    byte[] extract(byte[] salt, String label, byte[] input) {
        return derived(HKDFParameterSpec.ofExtract()
                .addSalt(salt)
                .addIKM(joined(VERSION, suite, ascii(label), input))
                .extractOnly());
    }

    byte[] expand(byte[] key, String label, byte[] info, int length) {
        var bytes = new byte[] {(byte) (length >> Byte.SIZE), (byte) length};
        return derived(HKDFParameterSpec.expandOnly(
                new SecretKeySpec(key, "Generic"), joined(bytes, VERSION, suite, ascii(label), info), length));
    }

    private static byte[] derived(AlgorithmParameterSpec spec) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (GeneralSecurityException impossible) {
            throw new CipherException("Java 25 and newer have HKDF", impossible);
        }
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
