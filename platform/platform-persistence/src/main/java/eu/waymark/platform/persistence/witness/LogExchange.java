package eu.waymark.platform.persistence.witness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.log.ConsistencyProof;
import eu.waymark.log.Hash;
import eu.waymark.log.Tile;
import eu.waymark.platform.persistence.audit.AuditLogException;
import eu.waymark.platform.persistence.fact.InternalHttp;
import eu.waymark.platform.persistence.fact.InternalHttp.Answer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a witness asks of the log, and brings to it. Nothing that comes back is believed here. */
@Singleton
class LogExchange {

    private static final String SERVICE = "audit";
    private static final String SOURCES = "/internal/v1/sources/";
    private static final String LOG = "/api/audit/v1/log/";
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final InternalHttp http;
    private final ObjectMapper json;
    private final String source;

    LogExchange(
            InternalHttp http, ObjectMapper json, @ConfigProperty(name = "quarkus.application.name") String source) {
        this.http = http;
        this.json = json;
        this.source = source;
    }

    /**
     * What the log showed in exchange.
     *
     * @param restoreFrom where the log is shorter than it was: what is held from this index is wanted back
     */
    record Shown(Optional<String> checkpoint, List<HeldLeaf> copies, OptionalLong restoreFrom) {}

    /** How a restoration goes on: what the log misses first, or that it is whole again, or that leaves contradict. */
    record Progress(OptionalLong wanted, boolean restored, boolean conflict) {}

    /**
     * @param note the newest checkpoint that this service has cosigned
     * @param copiesAfter index of the newest of the log's own leaves that is kept here, -1 for none
     */
    Shown exchange(Optional<String> note, long copiesAfter) {
        var request = json.createObjectNode().put("copiesAfter", copiesAfter);
        note.ifPresent(text -> request.put("checkpoint", text));
        var answer = read(require(http.post(SERVICE, SOURCES + source + "/witness", request.toString())));
        return believingNothing(() -> new Shown(
                Optional.of(answer.path("checkpoint"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue),
                stream(answer.path("copies")).map(HeldLeaf::copyOf).toList(),
                number(answer.path("restoreFrom"))));
    }

    ConsistencyProof consistency(long from, long to) {
        var path = LOG + "consistency?from=" + from + "&to=" + to;
        var answer = read(require(http.get(SERVICE, path)));
        return believingNothing(() -> new ConsistencyProof(
                from,
                to,
                stream(answer.path("path"))
                        .map(hash -> Hash.fromBase64(hash.asText()))
                        .toList()));
    }

    /** Empty where the log does not serve the tile now. */
    Optional<byte[]> tile(Tile tile) {
        var answer = http.getOpen(SERVICE, LOG + "tile/" + tile.path());
        return answer.status() == OK ? Optional.of(answer.content()) : Optional.empty();
    }

    Progress restore(List<HeldLeaf> leaves) {
        var request = json.createObjectNode();
        var list = request.putArray("leaves");
        leaves.forEach(leaf -> leaf.describe(list.addObject()));
        var reply = http.post(SERVICE, SOURCES + source + "/restoration", request.toString());
        if (reply.status() == CONFLICT) {
            return new Progress(OptionalLong.empty(), false, true);
        }
        var answer = read(require(reply));
        return new Progress(
                number(answer.path("wanted")), answer.path("restored").asBoolean(), false);
    }

    private static Answer require(Answer answer) {
        if (answer.status() != OK) {
            throw new AuditLogException(
                    answer.status() == InternalHttp.UNREACHABLE
                            ? "The audit log cannot be reached"
                            : "The audit log answered its witness " + answer.status());
        }
        return answer;
    }

    private JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.content());
        } catch (IOException unreadable) {
            throw new AuditLogException("The audit log's answer to its witness cannot be read", unreadable);
        }
    }

    private static <T> T believingNothing(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException malformed) {
            throw new AuditLogException("The audit log's answer to its witness is malformed", malformed);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static OptionalLong number(JsonNode node) {
        return node.isIntegralNumber() && node.asLong() >= 0 ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
    }
}
