package eu.waymark.sandbox.service;

import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the sandbox configures a service: by environment variables and nothing else, the same that a cluster would set.
 * The one place where these names stand.
 */
public final class ServiceEnvironment {

    private final Ports ports;
    private final Secrets secrets;
    private final LogKeys logKeys;

    public ServiceEnvironment(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
        this.logKeys = new LogKeys(secrets);
    }

    /** Every variable of one service. */
    public Map<String, String> of(WaymarkService service) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_PROFILE", "sandbox");
        listeners(variables, ports.of(service));
        issuer(variables, service);
        if (service.ownsDatabase()) {
            datasource(variables, "QUARKUS_DATASOURCE", service, DatabaseRole.APP);
            datasource(variables, "QUARKUS_DATASOURCE_RELAY", service, DatabaseRole.RELAY);
            datasource(variables, "QUARKUS_FLYWAY", service, DatabaseRole.OWNER);
            secrets(variables, service);
        }
        addresses(variables);
        return variables;
    }

    private static void listeners(Map<String, String> variables, Ports.Listener listener) {
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(listener.http()));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(listener.management()));
    }

    private void issuer(Map<String, String> variables, WaymarkService service) {
        String issuer = ports.issuer().toString();
        String secret = Realm.clientSecret(service.module(), secrets);
        variables.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer);
        variables.put("QUARKUS_OIDC_CLIENT_ID", service.module());
        variables.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secret);
        variables.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer);
        variables.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", service.module());
        variables.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secret);
    }

    private void datasource(Map<String, String> variables, String prefix, WaymarkService service, DatabaseRole role) {
        variables.put(prefix + "_JDBC_URL", ports.database(service));
        variables.put(prefix + "_USERNAME", role.user(service));
        variables.put(prefix + "_PASSWORD", role.password(service, secrets));
    }

    private void secrets(Map<String, String> variables, WaymarkService service) {
        String name = service.shortName();
        variables.put("WAYMARK_SECRETS_ROW_KEY", secrets.key(name + ".row-key"));
        variables.put("WAYMARK_SECRETS_INDEX_KEY", secrets.key(name + ".index-key"));
        if (service == WaymarkService.IDENTITY) {
            variables.put("WAYMARK_SECRETS_CLK_KEY", secrets.key(name + ".clk-key"));
        }
        // Every service seals the details of its events to the audit service, which alone opens them.
        String detailsKey = secrets.key("audit.details-private-key");
        variables.put("WAYMARK_AUDIT_DETAILS_KEY", X25519Key.publicOf(detailsKey));
        if (service == WaymarkService.AUDIT) {
            variables.put("WAYMARK_SECRETS_DETAILS_PRIVATE_KEY", detailsKey);
            variables.put("WAYMARK_SECRETS_LOG_SEED", logKeys.logSeed());
            variables.put("WAYMARK_LOG_WITNESSES", logKeys.witnessKeys());
        } else {
            variables.put("WAYMARK_SECRETS_WITNESS_SEED", logKeys.witnessSeed(service));
            variables.put("WAYMARK_AUDIT_LOG_KEY", logKeys.logKey());
        }
    }

    private void addresses(Map<String, String> variables) {
        for (WaymarkService service : WaymarkService.withDatabase()) {
            variables.put(
                    "WAYMARK_SERVICES_" + service.name() + "_URL",
                    ports.of(service).address().toString());
        }
    }
}
