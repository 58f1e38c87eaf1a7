package eu.waymark.log.verifier;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to reach a log. */
final class AccessOptions {

    private static final int MOST_THREADS = 64;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description =
                    "A header for each request to the log, such as a token; may be repeated. Write @FILE instead to"
                            + " keep a token out of the list of processes: the file then holds the arguments.")
    private List<String> headers = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long one request may take (default: ${DEFAULT-VALUE}).")
    private int timeout = 30;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "How many files are read at once (default: 8 from a server, one for each processor from a folder).")
    private int parallel;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    static boolean isUrl(String log) {
        return log.startsWith("http://") || log.startsWith("https://");
    }

    /** @param log the URL or folder under which the checkpoint and the tiles lie */
    LogFiles files(String log) {
        if (!isUrl(log)) {
            return new FolderFiles(Path.of(log));
        }
        if (timeout < 1) {
            throw usage("--timeout is at least one second.");
        }
        try {
            var base = URI.create(log.endsWith("/") ? log : log + "/");
            var all = new LinkedHashMap<String, String>();
            headers.forEach(header -> put(header, base, all));
            return new HttpFiles(base.toString(), Map.copyOf(all), Duration.ofSeconds(timeout));
        } catch (IllegalArgumentException e) {
            throw usage("Not the URL of a log: " + log);
        }
    }

    private void put(String header, URI base, Map<String, String> all) {
        var colon = header.indexOf(':');
        var name = header.substring(0, Math.max(colon, 0)).strip();
        var value = header.substring(colon + 1).strip();
        try {
            HttpRequest.newBuilder(base).setHeader(name, value);
        } catch (IllegalArgumentException e) {
            // The value may be a secret, and so is not repeated.
            throw usage("--header is a name, a colon and a value, and not one that the connection needs for itself.");
        }
        all.put(name, value);
    }

    Workers workers(String log) {
        if (parallel < 0 || parallel > MOST_THREADS) {
            throw usage("--parallel is a number from 1 to " + MOST_THREADS + ".");
        }
        var usual = isUrl(log) ? 8 : Runtime.getRuntime().availableProcessors();
        return new Workers(parallel == 0 ? usual : parallel);
    }

    private ParameterException usage(String fault) {
        return new ParameterException(spec.commandLine(), fault);
    }
}
