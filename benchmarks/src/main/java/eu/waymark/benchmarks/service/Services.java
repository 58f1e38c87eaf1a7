package eu.waymark.benchmarks.service;

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
public final class Services {

    public static final String EPOCH = "benchmark";
    public static final byte[] CLK_KEY = "an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII);

    public static final String IDENTITY = "identity";
    public static final String REGISTER = "register";
    public static final String REFERRAL = "referral";

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

    /** @param serviceOptions of the JVM of each service, for a profiler */
    public Services(Path project, Path folder, DurableDatabase database, Issuer issuer, List<String> serviceOptions) {
        this.project = project;
        this.folder = folder;
        this.database = database;
        this.issuer = issuer;
        this.serviceOptions = serviceOptions;
        for (var name : List.of("ROW_KEY", "INDEX_KEY", "WITNESS_SEED")) {
            secrets.put("WAYMARK_SECRETS_" + name, key());
        }
    }

    private String key() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param index where searches look: {@code database}, or {@code memory}, which holds private encodings too */
    public ServiceProcess identity(String index) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("-Xmx2g"));
        options.add("-Dwaymark.identity.index=" + index);
        var settings = new HashMap<String, String>();
        if (index.equals("memory")) {
            options.add("-Dwaymark.private-query.epoch=" + EPOCH);
            settings.put("WAYMARK_SECRETS_CLK_KEY", Base64.getEncoder().encodeToString(CLK_KEY));
        } else {
            options.add("-Dwaymark.private-query.epoch=");
        }
        return withDatabase(IDENTITY, index, options, settings);
    }

    /**
     * @param identity where it asks who is who
     * @param log a name of its own for each of several replicas
     */
    public ServiceProcess register(URI identity, String log) throws IOException, InterruptedException {
        return withDatabase(
                REGISTER,
                log,
                new ArrayList<>(List.of("-Xmx512m")),
                Map.of("WAYMARK_SERVICES_IDENTITY_URL", identity.toString()));
    }

    /** Alone: nobody is asked who a child is, so nothing new begins there. */
    public ServiceProcess referral() throws IOException, InterruptedException {
        return withDatabase(REFERRAL, REFERRAL, new ArrayList<>(List.of("-Xmx512m")), Map.of());
    }

    /** @param addresses of the services behind it, by name */
    public ServiceProcess gateway(Map<String, URI> addresses) throws IOException, InterruptedException {
        var settings =
                new HashMap<>(Map.of("QUARKUS_PROFILE", "sandbox", "QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey()));
        addresses.forEach(
                (name, address) -> settings.put("WAYMARK_SERVICES_%S_URL".formatted(name), address.toString()));
        return start("gateway", "gateway", List.of("-Xmx256m"), settings);
    }

    private ServiceProcess withDatabase(String name, String log, List<String> more, Map<String, String> settings)
            throws IOException, InterruptedException {
        var options = new ArrayList<>(more);
        options.addAll(tokens(name + "-service"));
        options.addAll(ALONE);
        // A public key of X25519: nobody opens what is sealed to it.
        options.add("-Dwaymark.audit.details-key=" + key());
        var all = new HashMap<>(database.environment(name));
        all.putAll(secrets);
        all.put("QUARKUS_PROFILE", "sandbox");
        all.put("QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey());
        all.putAll(settings);
        return start(name + "-service", log, options, all);
    }

    /** Named on the command line, since as environment variables these names could also mean a tenant called "client". */
    private List<String> tokens(String service) {
        return Stream.of("quarkus.oidc-client", "quarkus.oidc-client.exchange")
                .flatMap(client -> Stream.of(
                        "-D" + client + ".auth-server-url=" + issuer.address(),
                        "-D" + client + ".discovery-enabled=false",
                        "-D" + client + ".token-path=" + Issuer.TOKENS,
                        "-D" + client + ".client-id=" + service,
                        "-D" + client + ".credentials.secret=of-no-use"))
                .toList();
    }

    private ServiceProcess start(String module, String log, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        var jar = project.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        // As the images start them.
        var all = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        all.addAll(options);
        all.addAll(serviceOptions);
        return ServiceProcess.start(module, jar, folder.resolve(log + ".log"), all, settings);
    }
}
