package eu.waymark.platform.persistence.readiness;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** What keeps this version from working on the database as it is. */
@Singleton
class SchemaFault {

    private final Flyway flyway;

    SchemaFault(Flyway flyway) {
        this.flyway = flyway;
    }

    /** A full sentence that says what to do; empty when the database has every migration of this version. */
    Optional<String> find() {
        try {
            var pending = flyway.info().pending();
            return pending.length == 0 ? Optional.empty() : Optional.of(lacks(pending));
        } catch (FlywayException unreadable) {
            return Optional.of("The database cannot be asked for its schema (" + reason(unreadable)
                    + "): check its address and the login in quarkus.datasource.*, and that migrations have run.");
        }
    }

    private static String lacks(MigrationInfo[] pending) {
        return "The database lacks %d migrations of this version, the first is %s (%s): let the migration Job of this version run."
                .formatted(pending.length, pending[0].getVersion(), pending[0].getDescription());
    }

    /** The driver's words: they name host, database and user, and no password. */
    private static String reason(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
