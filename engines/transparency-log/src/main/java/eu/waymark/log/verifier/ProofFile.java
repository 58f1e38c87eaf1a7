package eu.waymark.log.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import eu.waymark.log.Hash;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.TlogProof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proof as it was handed out: a C2SP tlog-proof, or the JSON of the audit service.
 *
 * @param entry the entry that came with it; a tlog-proof has none
 */
record ProofFile(TlogProof proof, byte @Nullable [] entry) {

    private static final String WHERE = "proof";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static ProofFile parse(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == '{' ? json(bytes) : new ProofFile(TlogProof.parse(bytes), null);
    }

    private static ProofFile json(byte[] bytes) {
        var strings = new HashMap<String, String>();
        var path = new ArrayList<Hash>();
        try (var json = JSON.createParser(new String(bytes, UTF_8))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                field(json, strings, path);
            }
            if (json.nextToken() != null) {
                throw new RefutedException(WHERE, "The proof goes on after its end.");
            }
            return proof(strings, path);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefutedException(WHERE, "The proof is not well formed.");
        }
    }

    private static void field(JsonParser json, Map<String, String> strings, List<Hash> path) throws IOException {
        var name = json.currentName();
        var value = json.nextToken();
        if (value == JsonToken.START_ARRAY && name.equals("auditPath")) {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                path.add(Hash.fromBase64(json.getText()));
            }
        } else if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
            strings.put(name, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private static ProofFile proof(Map<String, String> strings, List<Hash> path) {
        var note = SignedNote.parse(required(strings, "checkpoint"));
        var proof = new TlogProof(Long.parseLong(required(strings, "leafIndex")), path, note);
        var leaf = required(strings, "leaf");
        var entry = Base64.getDecoder().decode(leaf);
        if (!Base64.getEncoder().encodeToString(entry).equals(leaf)) {
            throw new RefutedException(WHERE, "The leaf is not in the one base64 that it has.");
        }
        if (!Hash.ofLeaf(entry).equals(Hash.fromBase64(required(strings, "leafHash")))) {
            throw new RefutedException(WHERE, "The leaf does not hash to the leaf hash.");
        }
        if (!note.text().split("\n", -1)[1].equals(required(strings, "treeSize"))) {
            throw new RefutedException(WHERE, "The tree size is not that of the checkpoint.");
        }
        return new ProofFile(proof, entry);
    }

    private static String required(Map<String, String> strings, String name) {
        var value = strings.get(name);
        if (value == null) {
            throw new RefutedException(WHERE, "The proof has no " + name + ".");
        }
        return value;
    }
}
