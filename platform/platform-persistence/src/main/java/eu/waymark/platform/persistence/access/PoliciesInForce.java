package eu.waymark.platform.persistence.access;

import eu.waymark.access.AccessPolicy;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The access policy in force: the newest publication, or the one that comes with Waymark where there is none. Each
 * decision asks the database which one that is, so that all replicas change at once; a document is read once.
 */
@Singleton
public class PoliciesInForce {

    private static final String NEWEST = "select id from policy_publication where valid_from <= statement_timestamp()"
            + " order by valid_from desc, published_at desc, id limit 1";
    private static final String DOCUMENT = "select document from policy_publication where id = ?";

    private final AgroalDataSource database;
    private volatile Kept kept = new Kept(Optional.empty(), AccessPolicy.shipped());

    PoliciesInForce(AgroalDataSource database) {
        this.database = database;
    }

    private record Kept(Optional<UUID> publication, AccessPolicy policy) {}

    /** @throws PolicyUnavailableException when it cannot be known: then nothing is permitted */
    public AccessPolicy now() {
        try (var connection = database.getConnection()) {
            var newest = newest(connection);
            var known = kept;
            if (!known.publication().equals(newest)) {
                known = new Kept(newest, read(connection, newest));
                kept = known;
            }
            return known.policy();
        } catch (SQLException failed) {
            throw new PolicyUnavailableException(failed);
        }
    }

    private static Optional<UUID> newest(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(NEWEST);
                var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private static AccessPolicy read(Connection connection, Optional<UUID> publication) throws SQLException {
        if (publication.isEmpty()) {
            return AccessPolicy.shipped();
        }
        try (var select = connection.prepareStatement(DOCUMENT)) {
            select.setObject(1, publication.get());
            try (var rows = select.executeQuery()) {
                rows.next();
                return AccessPolicy.parse(rows.getString(1));
            }
        }
    }
}
