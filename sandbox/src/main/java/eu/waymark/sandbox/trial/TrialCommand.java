package eu.waymark.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exit code 0: every acknowledged request has its events, once, and none failed unless that was allowed. */
@Command(
        name = "trial",
        description = "Load a suite that runs elsewhere evenly, and look whether its audit log holds all of it.",
        mixinStandardHelpOptions = true)
public final class TrialCommand implements Callable<Integer> {

    @Option(names = "--gateway", required = true, paramLabel = "URL", description = "the suite's gateway")
    private URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--issuer", required = true, paramLabel = "URL", description = "the realm")
    private URI issuer = URI.create("http://127.0.0.1:8180/realms/waymark");

    @Option(names = "--secrets", required = true, paramLabel = "DIR", description = "where secrets.json lies")
    private Path secrets = Path.of(".");

    @Option(names = "--rate", paramLabel = "N", description = "requests a second (default: ${DEFAULT-VALUE})")
    private int rate = 50;

    @Option(names = "--seconds", paramLabel = "N", description = "for how long (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(
            names = "--rise",
            paramLabel = "N",
            description = "for how many of these seconds the rate rises from nothing (default: ${DEFAULT-VALUE})")
    private int rise;

    @Option(names = "--failures-allowed", description = "requests may fail, but nothing acknowledged may be lost")
    private boolean failuresAllowed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Clock clock = Clock.systemUTC();
        Realm realm = Realm.load(Secrets.open(new StateDirectory(secrets)));
        Tokens tokens = new Tokens(issuer, realm, clock);
        Suite suite = new Suite(gateway, tokens);
        List<Question> questions = Question.about(anEntry(suite));
        // Once for each person: the load is Waymark's, not the issuer's.
        questions.forEach(question -> tokens.of(question.person()));
        Instant began = clock.instant();
        out.printf("load %d a second for %d s%s%n", rate, seconds, rise == 0 ? "" : ", rising for " + rise + " s");
        out.flush();
        List<Reply> replies =
                new Load(suite, questions).run(new Pace(rate, Duration.ofSeconds(seconds), Duration.ofSeconds(rise)));
        out.println("load is over");
        out.flush();
        List<String> acknowledged = replies.stream()
                .filter(Reply::acknowledged)
                .map(Reply::requestId)
                .toList();
        Report report = new Report(replies, new Trail(suite, began).awaitAll(acknowledged));
        report.print(out);
        return report.lostNothing() && (failuresAllowed || report.failed().isEmpty()) ? 0 : 1;
    }

    private static String anEntry(Suite suite) {
        JsonNode entries = suite.read("sarah.gb", "CP-ASSESS", "/api/register/v1/entries?limit=1");
        String id = entries.path("items").path(0).path("id").asText();
        if (id.isEmpty()) {
            throw new SandboxProblem("Kent has no entry yet: load the demonstration first (./run load)");
        }
        return id;
    }
}
