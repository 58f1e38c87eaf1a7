package eu.waymark.platform.persistence.idempotency;

import eu.waymark.platform.web.http.CurrentIdempotency;
import eu.waymark.platform.web.http.IdempotencyKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which requests were done. The claim is a row in the transaction of the effect: of two that race, the
 * second waits for the first and then loses on the primary key.
 */
@Singleton
public class Idempotency {

    private static final int CREATED = 201;
    private static final int DONE = 200;

    private final AgroalDataSource database;
    private final CurrentIdempotency current;

    Idempotency(AgroalDataSource database, CurrentIdempotency current) {
        this.database = database;
        this.current = current;
    }

    /** A finished request. */
    record Replay(int status, @Nullable String location, boolean isSameRequest) {}

    /** A key that the running transaction has claimed. */
    public final class Claim {

        private final String actor;
        private final String key;

        private Claim(String actor, String key) {
            this.actor = actor;
            this.key = key;
        }

        /** @param location where the created resource stands, if one was */
        public void done(@Nullable String location) {
            try (var connection = database.getConnection();
                    var update = connection.prepareStatement(
                            "update idempotency_key set status = ?, location = ? where actor = ? and key = ?")) {
                update.setInt(1, location == null ? DONE : CREATED);
                update.setString(2, location);
                update.setString(3, actor);
                update.setString(4, key);
                update.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException("An idempotency key could not be finished", failed);
            }
        }
    }

    /** Claims the key of the current request, if it has one that is not claimed yet. */
    public Optional<Claim> claim(String actor) {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return current.claim().map(key -> claim(actor, key));
    }

    private Claim claim(String actor, IdempotencyKey key) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into idempotency_key (actor, key, request_hash) values (?, ?, ?)")) {
            insert.setString(1, actor);
            insert.setString(2, key.key());
            insert.setBytes(3, key.requestHash());
            insert.executeUpdate();
            return new Claim(actor, key.key());
        } catch (SQLException failed) {
            throw new IllegalStateException("An idempotency key could not be claimed", failed);
        }
    }

    Optional<Replay> find(String actor, IdempotencyKey key) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select status, location, request_hash from idempotency_key where actor = ? and key = ?")) {
            select.setString(1, actor);
            select.setString(2, key.key());
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Replay(
                                rows.getInt(1),
                                rows.getString(2),
                                MessageDigest.isEqual(rows.getBytes(3), key.requestHash())))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("An idempotency key could not be looked up", failed);
        }
    }
}
