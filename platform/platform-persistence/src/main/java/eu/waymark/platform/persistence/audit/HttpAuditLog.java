package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.persistence.fact.InternalHttp;
import eu.waymark.platform.persistence.fact.InternalHttp.Answer;
import eu.waymark.platform.web.problem.Problem.FieldError;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The audit log over HTTP, as every service but the audit service itself reaches it. */
@Singleton
@DefaultBean
class HttpAuditLog implements AuditLogClient {

    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final String INVALID = "invalid-event";

    private final InternalHttp http;
    private final ObjectMapper json;

    HttpAuditLog(InternalHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    @Override
    public boolean holdsTheLog() {
        return false;
    }

    @Override
    public List<Acknowledged> append(String source, int epoch, List<Numbered> events) {
        var request = json.createObjectNode().put("epoch", epoch);
        var list = request.putArray("events");
        for (var event : events) {
            var item = list.addObject().put("seq", event.seq()).put("body", base64(event.body()));
            if (event.sealed() != null) {
                item.put("sealed", base64(event.sealed()));
            }
        }
        var answer = http.post("audit", "/internal/v1/sources/" + source + "/events", request.toString());
        if (answer.status() != 200) {
            throw refused(answer);
        }
        return acknowledged(answer.body());
    }

    private List<Acknowledged> acknowledged(String body) {
        try {
            return stream(json.readTree(body).path("acknowledged"))
                    .map(one -> new Acknowledged(
                            one.path("seq").asLong(), one.path("leafIndex").asLong(-1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new AuditLogException("The audit log's answer cannot be read", unreadable);
        }
    }

    private AuditLogException refused(Answer answer) {
        if (answer.status() == InternalHttp.UNREACHABLE) {
            return new AuditLogException("The audit log cannot be reached");
        }
        // A batch that is too large for one request is cut like one that holds an event the log cannot read.
        if (answer.status() == TOO_LARGE || answer.status() == UNPROCESSABLE) {
            return AuditLogException.refused(answer.status(), INVALID, List.of());
        }
        try {
            var problem = json.readTree(answer.body());
            var errors = stream(problem.path("errors"))
                    .map(error -> new FieldError(
                            error.path("field").asText(), error.path("message").asText()))
                    .toList();
            return AuditLogException.refused(
                    answer.status(), problem.path("code").asText(), errors);
        } catch (IOException unreadable) {
            return new AuditLogException("The audit log answered " + answer.status(), unreadable);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
