package eu.waymark.benchmarks.identity;

import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.Issuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Imports a file as an agency's system would: one part after the other, each answered when it is durable. */
public final class Importing {

    private static final int PART = 50_000;
    private static final String AGENCY = "GB-SPEED";

    private final Asking asking;
    private final Issuer issuer;
    private final PrintWriter out;

    public Importing(Asking asking, Issuer issuer, PrintWriter out) {
        this.asking = asking;
        this.issuer = issuer;
        this.out = out;
    }

    /**
     * How far an import came.
     *
     * @param aSecond records a second, over all of them
     */
    public record Imported(int people, double aSecond) {}

    /** Imports the file, or as much of it as is taken before the time is over. */
    public Imported take(URI service, Path file, Duration longest) throws IOException, InterruptedException {
        var path = service.resolve("/api/identity/v1/imports/" + UUID.randomUUID());
        asking.send(
                Asking.request(path, token(), "SYSTEM")
                        .PUT(BodyPublishers.noBody())
                        .build(),
                200);
        long began = System.nanoTime();
        int sent = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var part = next(lines);
                    !part.isEmpty() && System.nanoTime() - began < longest.toNanos();
                    part = next(lines)) {
                var request = Asking.request(URI.create(path + "/lines?from=" + sent), token(), "SYSTEM")
                        .setHeader("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(part))
                        .build();
                asking.send(request, 200);
                sent += Math.toIntExact(part.lines().count());
                out.printf("imported %,d, %,.0f a second so far%n", sent, rate(sent, began));
            }
        }
        return new Imported(sent, rate(sent, began));
    }

    private String token() {
        return issuer.token("importer", AGENCY, "system", "SYSTEM");
    }

    private static double rate(int records, long began) {
        return records * 1e9 / (System.nanoTime() - began);
    }

    private static String next(BufferedReader lines) throws IOException {
        var part = new StringBuilder();
        for (int i = 0; i < PART; i++) {
            var line = lines.readLine();
            if (line == null) {
                break;
            }
            part.append(line).append('\n');
        }
        return part.toString();
    }
}
