package eu.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * How fast people are imported and found, over HTTP, with encryption, keys, events and durable commits. No part of the
 * build: {@code benchmarks/identity-speed} runs it, for its name does not end in Test.
 */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class IdentitySpeed {

    private static final Logger LOG = Logger.getLogger(IdentitySpeed.class);
    private static final LocalDate REFERENCE = LocalDate.of(2026, 1, 1);
    private static final int PEOPLE = Integer.getInteger("waymark.people", 20_000);
    private static final int SECONDS = Integer.getInteger("waymark.seconds", 20);
    private static final int A_SECOND = 50;
    private static final int PART = 20_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void importsAndSearches() throws Exception {
        makeDurable();
        imports();
        searches(Duration.ofSeconds(5));
        searches(Duration.ofSeconds(SECONDS));
    }

    /** The databases of tests do not wait for the disk; this one does. */
    private void makeDurable() throws SQLException {
        var server = database.replaceFirst("/[^/]+$", "/postgres");
        try (var connection = DriverManager.getConnection(server, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("alter system set fsync = on");
            statement.execute("alter system set shared_buffers = '512MB'");
            statement.execute("alter system set max_wal_size = '4GB'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private void imports() throws Exception {
        Iterator<SyntheticRecord> people =
                SyntheticPeople.generate(1, PEOPLE, REFERENCE).iterator();
        var path = "/api/identity/v1/imports/" + UUID.randomUUID();
        assertThat(send("PUT", path, "", system()).statusCode()).isEqualTo(200);
        long nanos = 0;
        int sent = 0;
        while (people.hasNext()) {
            var lines = new StringBuilder();
            int count = 0;
            for (; count < PART && people.hasNext(); count++) {
                lines.append(line(people.next(), sent + count)).append('\n');
            }
            long began = System.nanoTime();
            var answer = send("POST", path + "/lines?from=" + sent, lines.toString(), system());
            nanos += System.nanoTime() - began;
            assertThat(answer.statusCode()).isEqualTo(200);
            sent += count;
            LOG.infof("imported %d, %.0f a second so far", sent, sent * 1e9 / nanos);
        }
    }

    private void searches(Duration length) throws Exception {
        var questions =
                SyntheticPeople.generate(2, Integer.MAX_VALUE, REFERENCE).iterator();
        var known = SyntheticPeople.generate(1, PEOPLE, REFERENCE).iterator();
        var answers = new ArrayList<Future<Long>>();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < length.toSeconds() * A_SECOND; i++) {
                var body = body((i % 2 == 0 && known.hasNext() ? known : questions).next())
                        .toString();
                var token = Callers.leeds();
                long due = start + i * 1_000_000_000L / A_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                answers.add(threads.submit(() -> {
                    assertThat(send("POST", "/api/identity/v1/searches", body, token)
                                    .statusCode())
                            .isEqualTo(201);
                    return System.nanoTime() - due;
                }));
            }
        }
        report(answers);
    }

    private static void report(List<Future<Long>> answers) throws Exception {
        var times = new long[answers.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = answers.get(i).get();
        }
        Arrays.sort(times);
        LOG.infof(
                "%d searches at %d a second: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
                times.length,
                A_SECOND,
                times[times.length / 2] / 1e6,
                times[times.length * 95 / 100] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                times[times.length - 1] / 1e6);
    }

    private static Tokens system() {
        return Callers.of("GB-SPEED", "system", "SYSTEM");
    }

    private HttpResponse<String> send(String method, String path, String body, Tokens by)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + by.sign())
                .header("Purpose-Of-Use", path.contains("imports") ? "SYSTEM" : Children.PURPOSE)
                .header("Content-Type", path.contains("lines") ? "application/x-ndjson" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String line(SyntheticRecord person, int number) {
        return body(person).put("externalId", "S-" + number).toString();
    }

    private static ObjectNode body(SyntheticRecord person) {
        var body = JSON.createObjectNode();
        var names = body.putArray("names");
        for (PersonName name : person.demographics().names()) {
            var parts = names.addObject();
            put(parts, "full", name.full());
            put(parts, "given", name.given());
            put(parts, "family", name.family());
        }
        var births = body.putArray("births");
        person.demographics().births().stream().filter(BirthDate::known).forEach(birth -> births.add(birth.edtf()));
        body.put("sex", person.demographics().sex().code());
        var nationalities = body.putArray("nationalities");
        person.demographics().nationalities().forEach(nationalities::add);
        return body;
    }

    private static void put(ObjectNode parts, String field, String value) {
        if (value != null) {
            parts.put(field, value);
        }
    }
}
