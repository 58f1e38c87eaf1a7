package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.persistence.fact.InternalHttp;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** The audit log over HTTP, as every service but the audit service itself reaches it. */
@Singleton
@DefaultBean
class HttpAuditLog implements AuditLogClient {

    private final InternalHttp http;
    private final ObjectMapper json;

    HttpAuditLog(InternalHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    @Override
    public List<Acknowledged> append(String source, int epoch, List<Numbered> events) {
        var request = json.createObjectNode().put("epoch", epoch);
        var list = request.putArray("events");
        for (var event : events) {
            list.addObject()
                    .put("seq", event.seq())
                    .put("body", Base64.getEncoder().encodeToString(event.body()));
        }
        var answer = http.post("audit", "/internal/v1/sources/" + source + "/events", request.toString());
        if (answer.status() != 200) {
            throw new AuditLogException("The audit log answered " + answer.status());
        }
        return acknowledged(answer.body());
    }

    private List<Acknowledged> acknowledged(String body) {
        try {
            JsonNode list = json.readTree(body).path("acknowledged");
            return StreamSupport.stream(list.spliterator(), false)
                    .map(one -> new Acknowledged(
                            one.path("seq").asLong(), one.path("leafIndex").asLong()))
                    .toList();
        } catch (IOException unreadable) {
            throw new AuditLogException("The audit log's answer cannot be read", unreadable);
        }
    }
}
