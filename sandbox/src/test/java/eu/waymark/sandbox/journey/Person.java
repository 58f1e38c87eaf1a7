package eu.waymark.sandbox.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;

/** Somebody with an account, what they state with each request, and what they ask. */
final class Person {

    private final Waymark waymark;
    private final String username;
    private final Map<String, String> headers;

    private Person(Waymark waymark, String username, Map<String, String> headers) {
        this.waymark = waymark;
        this.username = username;
        this.headers = Map.copyOf(headers);
    }

    static Person of(Waymark waymark, String username) {
        return new Person(waymark, username, Map.of());
    }

    /** The same person with a purpose of use. */
    Person stating(String purpose) {
        return with("Purpose-Of-Use", purpose);
    }

    /** The same person on a legal basis. */
    Person on(String legalBasis) {
        return with("Legal-Basis", legalBasis);
    }

    /** The same person, who works on that case. */
    Person forCase(String reference) {
        return with("Case-Reference", reference);
    }

    /** The same person, who has seen that version of what is about to change. */
    Person having(Answer seen) {
        return with("If-Match", seen.header("ETag"));
    }

    /** The same person, who has seen the version of that number. */
    Person seeing(int version) {
        return with("If-Match", "\"" + version + "\"");
    }

    private Person with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Person(waymark, username, more);
    }

    Answer get(String path) {
        return send(waymark.request(path).GET());
    }

    Answer post(String path, JsonNode body) {
        return send(waymark.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer put(String path, JsonNode body) {
        return send(waymark.request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private Answer send(HttpRequest.Builder request) {
        // Asked for each time: the launcher keeps a token until shortly before it expires.
        request.header("Authorization", "Bearer " + waymark.sandbox().tokens().of(username));
        headers.forEach(request::header);
        return waymark.send(request);
    }
}
