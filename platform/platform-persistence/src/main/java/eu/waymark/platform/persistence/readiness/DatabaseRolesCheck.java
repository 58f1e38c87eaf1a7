package eu.waymark.platform.persistence.readiness;

import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** One database role for everything would let the service change its own audit trail. */
@Singleton
class DatabaseRolesCheck implements ProductionCheck {

    private final Config config;

    DatabaseRolesCheck(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> faults() {
        var app = user("quarkus.datasource.username");
        var relay = user("quarkus.datasource.relay.username");
        var owner = user("quarkus.flyway.username");
        List<String> faults = new ArrayList<>();
        if (app.equals(relay) || app.equals(owner) || relay.equals(owner)) {
            faults.add("Owner, application and relay share a database role: give each its own.");
        }
        if (app.equals("postgres") || relay.equals("postgres")) {
            faults.add("The service runs as the database superuser: give it a role of its own.");
        }
        return faults.stream();
    }

    private String user(String key) {
        return config.getOptionalValue(key, String.class).orElse("(none: " + key + ")");
    }
}
