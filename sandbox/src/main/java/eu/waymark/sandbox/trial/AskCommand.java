package eu.waymark.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The test of an installation, for clusters without an image that has a shell: the same three steps as the chart's. */
@Command(
        name = "ask",
        description = "Ask an installed suite the one question, once as a stranger and once as somebody who may.",
        mixinStandardHelpOptions = true)
public final class AskCommand implements Callable<Integer> {

    private static final String QUESTION =
            "{\"names\":[{\"full\":\"Waymark Installation Test\"}],\"births\":[\"2014\"],\"sex\":0}";

    @Option(
            names = "--gateway",
            defaultValue = "${env:GATEWAY}",
            paramLabel = "URL",
            description = "the suite's gateway")
    private URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--token-url", defaultValue = "${env:TOKEN_URL}", paramLabel = "URL", description = "of the issuer")
    private URI tokenUrl = URI.create("http://127.0.0.1:8180");

    @Option(
            names = "--token-request",
            defaultValue = "${env:TOKEN_REQUEST}",
            paramLabel = "FORM",
            description = "what is sent there")
    private String tokenRequest = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        expect("a stranger's question", send(question()), 401);
        out.println("a stranger is turned away");
        expect("the log's key", send(HttpRequest.newBuilder(gateway.resolve("/api/audit/v1/log/key"))), 200);
        out.println("the audit log shows its key");
        JsonNode token = expect(
                "a token",
                send(HttpRequest.newBuilder(tokenUrl)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(tokenRequest))),
                200);
        String bearer = "Bearer " + token.path("access_token").asText();
        JsonNode answer = expect("the question", send(question().header("Authorization", bearer)), 200);
        out.println("the question was answered: " + answer.path("result").asText());
        return 0;
    }

    private HttpRequest.Builder question() {
        return HttpRequest.newBuilder(gateway.resolve("/api/register/v1/checks"))
                .header("Purpose-Of-Use", "CP-ASSESS")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode expect(String what, HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new SandboxProblem("%s: %d instead of %d".formatted(what, answer.statusCode(), status));
        }
        return answer.body().startsWith("{")
                ? Json.mapper().readTree(answer.body())
                : Json.mapper().nullNode();
    }
}
