package eu.waymark.audit.log;

import eu.waymark.platform.persistence.crypto.IndexKey;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Keyed hashes under which events are found whose leaf hides whom they are about: the same value gives the same key, and
 * without the secret no key gives a value.
 */
@Singleton
public class SealedKeys {

    /** What a key is of; it is part of what is hashed, so that no tag can pass for an agency. */
    public enum Kind {
        AGENCY,
        CASE,
        SUBJECT;

        /** As the table spells it. */
        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final IndexKey secret;

    SealedKeys(IndexKey secret) {
        this.secret = secret;
    }

    /** The key of a value: 32 bytes. */
    public byte[] of(Kind kind, String value) {
        return secret.hmac(kind.column() + ' ' + value);
    }
}
