package eu.waymark.platform.persistence.crypto;

/** Data could not be encrypted or decrypted. */
public final class CipherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CipherException(String message) {
        super(message);
    }

    CipherException(String message, Throwable cause) {
        super(message, cause);
    }
}
