package eu.waymark.sandbox.service;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/** The public half of an X25519 key: what an agreement with the curve's base point comes to (RFC 7748, 6.1). */
public final class X25519Key {

    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private X25519Key() {}

    /**
     * @param privateKey base64 of 32 bytes
     * @return base64 of 32 bytes
     */
    public static String publicOf(String privateKey) {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            byte[] scalar = Base64.getDecoder().decode(privateKey);
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
            agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)), true);
            return Base64.getEncoder().encodeToString(agreement.generateSecret());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The key for the details of audit events cannot be used", unusable);
        }
    }
}
