package eu.waymark.identity.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.crypto.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Seals each version of demographics with a data key of its own, bound to the record it belongs to. */
@ApplicationScoped
class DemographicsVault {

    private final RowCipher cipher;
    private final ObjectMapper json;

    DemographicsVault(RowCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    Sealed seal(UUID recordId, int version, Demographics demographics) {
        try {
            return cipher.seal(json.writeValueAsBytes(demographics), context(recordId, version));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Demographics are always writable as JSON", unwritable);
        }
    }

    Demographics open(UUID recordId, int version, Sealed sealed) {
        try {
            return json.readValue(cipher.open(sealed, context(recordId, version)), Demographics.class);
        } catch (IOException unreadable) {
            // No cause: it may quote what it could not read.
            throw new IllegalStateException("Record " + recordId + " holds no demographics");
        }
    }

    /** Binds a ciphertext to its record and, but for the first, to its version: none can be passed off as another. */
    static byte[] context(UUID recordId, int version) {
        return ("person:" + recordId + (version == 1 ? "" : ":" + version)).getBytes(StandardCharsets.US_ASCII);
    }
}
