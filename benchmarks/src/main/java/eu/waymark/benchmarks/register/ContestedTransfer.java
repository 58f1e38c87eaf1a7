package eu.waymark.benchmarks.register;

import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.Issuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** One transfer that its receiver decides while its sender withdraws it: one of the two is heard. */
final class ContestedTransfer {

    private static final String ENTRIES = "/api/register/v1/entries/";
    private static final String TRANSFERS = "/api/register/v1/transfers/";
    private static final String PURPOSE = "CP-TRANSFER";

    private final Replicas register;
    private final Issuer issuer;
    private final ExecutorService threads;
    private final Clock clock;

    ContestedTransfer(Replicas register, Issuer issuer, ExecutorService threads, Clock clock) {
        this.register = register;
        this.issuer = issuer;
        this.threads = threads;
        this.clock = clock;
    }

    /** Which of the two was heard. */
    enum Outcome {
        ACCEPTED,
        REJECTED,
        WITHDRAWN
    }

    /**
     * @param accepts what the receiver answers
     * @throws IllegalStateException where both or neither were heard, or an answer is one that nobody could expect
     */
    Outcome run(String entry, String from, String to, boolean accepts)
            throws IOException, InterruptedException, ExecutionException {
        var location = required(post(from, ENTRIES + entry + "/transfers", 0, body(to)), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var path = TRANSFERS + location.substring(location.lastIndexOf('/') + 1);
        required(post(to, path + "/reception", 0, ""), 200);
        var answers = List.<Callable<HttpResponse<String>>>of(
                () -> post(
                        to,
                        path + "/decisions",
                        1,
                        accepts ? accepted() : "{\"decision\":\"reject\",\"reason\":\"child-not-here\"}"),
                () -> post(from, path + "/withdrawal", 1, "{\"reason\":\"child-returned\"}"));
        var running = threads.invokeAll(answers);
        int decided = running.getFirst().get().statusCode();
        int withdrawn = running.getLast().get().statusCode();
        if (decided == 200 && withdrawn == 409) {
            return accepts ? Outcome.ACCEPTED : Outcome.REJECTED;
        }
        if (decided == 409 && withdrawn == 200) {
            return Outcome.WITHDRAWN;
        }
        throw new IllegalStateException("Decision %d, withdrawal %d".formatted(decided, withdrawn));
    }

    /** Enters a child of an agency. */
    String enter(UUID person, String agency) throws IOException, InterruptedException {
        var entry = """
                {"personRecordId":"%s","measure":"GB-ENG-CPP","harms":["neglect"],"risk":"high","startedOn":"%s","summary":"Invented."}""".formatted(person, today().minusDays(90));
        var location = required(post(agency, ENTRIES.substring(0, ENTRIES.length() - 1), 0, entry), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String accepted() {
        return "{\"decision\":\"accept\",\"conferenceOn\":\"%s\"}".formatted(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String body(String to) {
        return "{\"toAgency\":\"%s\",\"reason\":\"child-moved\"}".formatted(to);
    }

    /** Sends until somebody answers, always under the same key. */
    private HttpResponse<String> post(String agency, String path, int version, String body)
            throws IOException, InterruptedException {
        var key = UUID.randomUUID().toString();
        Function<URI, HttpRequest.Builder> request = address -> Asking.request(
                        address.resolve(path),
                        issuer.token("worker-" + agency, agency, "practitioner", PURPOSE),
                        PURPOSE)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .POST(BodyPublishers.ofString(body));
        return register.send(request);
    }

    private static HttpResponse<String> required(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.request().uri().getPath() + " answers " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
