package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.web.client.ServiceToken;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Posts JSON to another service of the suite, as this service. */
@Singleton
public class InternalHttp {

    /** Status of a call that reached nobody. */
    public static final int UNREACHABLE = 0;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final ServiceToken token;
    private final Config config;

    InternalHttp(ServiceToken token, Config config) {
        this.token = token;
        this.config = config;
    }

    /** What the other service answered. */
    public record Answer(int status, String body) {}

    /** @param service name as in {@code waymark.services.<name>.url} */
    public Answer post(String service, String path, String body) {
        var base = config.getValue("waymark.services." + service + ".url", String.class);
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(ANSWER)
                    .header("Authorization", "Bearer " + token.get())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException unreachable) {
            return new Answer(UNREACHABLE, "");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(UNREACHABLE, "");
        }
    }
}
