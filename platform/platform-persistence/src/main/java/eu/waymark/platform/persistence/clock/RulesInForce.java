package eu.waymark.platform.persistence.clock;

import eu.waymark.clocks.ClockRules;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of clocks in force: the newest publication, or those that come with Waymark where there is none. Each due date
 * asks the database which ones that are, so that all replicas change at once; a document is read once.
 */
@Singleton
public class RulesInForce {

    private static final String NEWEST = "select id from rule_publication where valid_from <= statement_timestamp()"
            + " order by valid_from desc, published_at desc, id limit 1";
    private static final String ON = "select document from rule_publication where valid_from <= ?"
            + " order by valid_from desc, published_at desc, id limit 1";
    private static final String DOCUMENT = "select document from rule_publication where id = ?";
    private static final String VERSION = "select document from rule_publication where version = ? limit 1";

    private final AgroalDataSource database;
    /** A version never changes its content. */
    private final Map<String, ClockRules> versions = new ConcurrentHashMap<>();

    private volatile Kept kept = new Kept(Optional.empty(), ClockRules.shipped());

    RulesInForce(AgroalDataSource database) {
        this.database = database;
    }

    private record Kept(Optional<UUID> publication, ClockRules rules) {}

    /** @throws RulesUnavailableException when it cannot be known */
    public ClockRules now() {
        try (var connection = database.getConnection()) {
            var newest = newest(connection);
            var known = kept;
            if (!known.publication().equals(newest)) {
                known = new Kept(newest, newest.isEmpty() ? ClockRules.shipped() : read(connection, newest.get()));
                kept = known;
            }
            return known.rules();
        } catch (SQLException failed) {
            throw new RulesUnavailableException(failed);
        }
    }

    /** Those that are in force at a moment, as far as they are published today. */
    public ClockRules at(Instant moment) {
        return document(ON, moment.atOffset(ZoneOffset.UTC))
                .map(ClockRules::parse)
                .orElseGet(ClockRules::shipped);
    }

    /** The rules of a version that a stored due date names; empty for one that was never published nor shipped. */
    public Optional<ClockRules> version(String version) {
        var known = versions.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        var read = document(VERSION, version).map(ClockRules::parse).or(() -> ClockRules.shipped(version));
        read.ifPresent(rules -> versions.put(version, rules));
        return read;
    }

    private Optional<String> document(String query, Object argument) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setObject(1, argument);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new RulesUnavailableException(failed);
        }
    }

    private static Optional<UUID> newest(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(NEWEST);
                var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private static ClockRules read(Connection connection, UUID publication) throws SQLException {
        try (var select = connection.prepareStatement(DOCUMENT)) {
            select.setObject(1, publication);
            try (var rows = select.executeQuery()) {
                rows.next();
                return ClockRules.parse(rows.getString(1));
            }
        }
    }
}
