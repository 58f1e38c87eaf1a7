package eu.waymark.benchmarks.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged services as they are in production, with two exceptions, since nobody else is there: what they would send to
 * others waits in the outbox, and the job that looks for pairs among the imported rests.
 */
final class Services {

    static final String EPOCH = "benchmark";
    static final byte[] CLK_KEY = "an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII);

    /** Named on the command line, since as environment variables these names could also mean a tenant called "client". */
    private static final List<String> NO_TOKENS = Stream.of("quarkus.oidc-client", "quarkus.oidc-client.exchange")
            .flatMap(client -> Stream.of(
                    "-D" + client + ".auth-server-url=http://127.0.0.1:9",
                    "-D" + client + ".discovery-enabled=false",
                    "-D" + client + ".token-path=/token",
                    "-D" + client + ".client-id=benchmark",
                    "-D" + client + ".credentials.secret=never-sent"))
            .toList();

    private static final List<String> ALONE = List.of(
            "-Dwaymark.relay.interval=off",
            "-Dwaymark.facts.interval=off",
            "-Dwaymark.audit.heartbeat-every=off",
            "-Dwaymark.audit.max-lag=PT24H",
            "-Dwaymark.erasure.interval=off",
            "-Dwaymark.pairing.interval=off");

    private final Path project;
    private final Path folder;
    private final DurableDatabase database;
    private final Issuer issuer;
    private final List<String> serviceOptions;
    private final Map<String, String> secrets = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    Services(Path project, Path folder, DurableDatabase database, Issuer issuer, List<String> serviceOptions) {
        this.project = project;
        this.folder = folder;
        this.database = database;
        this.issuer = issuer;
        this.serviceOptions = serviceOptions;
        for (var name : List.of("ROW_KEY", "INDEX_KEY", "WITNESS_SEED")) {
            secrets.put("WAYMARK_SECRETS_" + name, Base64.getEncoder().encodeToString(bytes()));
        }
    }

    private byte[] bytes() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    /** @param index where searches look: {@code database}, or {@code memory}, which holds private encodings too */
    ServiceProcess identity(String index) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("-Xmx2g"));
        options.addAll(serviceOptions);
        options.addAll(NO_TOKENS);
        options.addAll(ALONE);
        options.add("-Dwaymark.identity.index=" + index);
        // A public key of X25519: nobody opens what is sealed to it.
        options.add("-Dwaymark.audit.details-key=" + Base64.getEncoder().encodeToString(bytes()));
        var settings = new HashMap<>(database.environment());
        settings.putAll(secrets);
        settings.put("QUARKUS_PROFILE", "sandbox");
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey());
        if (index.equals("memory")) {
            options.add("-Dwaymark.private-query.epoch=" + EPOCH);
            settings.put("WAYMARK_SECRETS_CLK_KEY", Base64.getEncoder().encodeToString(CLK_KEY));
        } else {
            options.add("-Dwaymark.private-query.epoch=");
        }
        return start("identity-service", index, options, settings);
    }

    ServiceProcess gateway(URI identity) throws IOException, InterruptedException {
        var settings = Map.of(
                "QUARKUS_PROFILE", "sandbox",
                "QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey(),
                "WAYMARK_SERVICES_IDENTITY_URL", identity.toString());
        return start("gateway", "gateway", List.of("-Xmx256m"), settings);
    }

    private ServiceProcess start(String module, String log, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        var jar = project.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        return ServiceProcess.start(jar, folder.resolve(log + ".log"), options, settings);
    }
}
