package eu.waymark.platform.persistence.clock;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Keeps which rules are in force from when on. */
@Singleton
public class RulePublications {

    private static final String INSERT =
            "insert into rule_publication (id, version, document, valid_from, published_at)"
                    + " values (?, ?, ?, ?, ?) on conflict (id) do nothing";

    private final AgroalDataSource database;

    RulePublications(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Rules that were published.
     *
     * @param document as JSON, at most 30,000 bytes
     */
    public record Publication(UUID id, String version, String document, Instant validFrom, Instant publishedAt) {}

    /** Keeps it, once, in the running transaction. */
    public void keep(Publication publication) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, publication.id());
            insert.setString(2, publication.version());
            insert.setString(3, publication.document());
            insert.setObject(4, publication.validFrom().atOffset(ZoneOffset.UTC));
            insert.setObject(5, publication.publishedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new RulesUnavailableException(failed);
        }
    }
}
