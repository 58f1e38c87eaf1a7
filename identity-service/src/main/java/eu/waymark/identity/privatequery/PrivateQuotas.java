package eu.waymark.identity.privatequery;

import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.platform.web.caller.Caller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How often a person, an agency and a case may ask, on all replicas together. */
@ApplicationScoped
class PrivateQuotas {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** One statement counts, so that replicas cannot be played off against each other. */
    private static final String COUNT = "select place, asked from count_private_query(?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final IndexKey key;
    private final PrivateQuerySettings settings;
    private final Clock clock;

    PrivateQuotas(AgroalDataSource database, IndexKey key, PrivateQuerySettings settings, Clock clock) {
        this.database = database;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose questions are counted. */
    enum Scope {
        PERSON("a person"),
        AGENCY("an agency"),
        CASE("a case");

        private final String text;

        Scope(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A quota that is used up.
     *
     * @param first whether this is the first question too many
     */
    record Exceeded(Scope scope, int most, Duration period, boolean first) {}

    private record Quota(Scope scope, String holder, int most, Duration period) {

        Exceeded exceededBy(int asked) {
            return new Exceeded(scope, most, period, asked == most + 1);
        }
    }

    /** Counts one question. Whoever is over one quota is not counted for the next: nobody uses up an agency's alone. */
    Optional<Exceeded> count(Caller by, String caseReference) {
        var quotas = quotas(by, caseReference);
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var count = connection.prepareStatement(COUNT)) {
                fill(count, connection, quotas);
                try (var row = count.executeQuery()) {
                    return row.next()
                            ? Optional.of(quotas.get(row.getInt(1) - 1).exceededBy(row.getInt(2)))
                            : Optional.empty();
                }
            }
        });
    }

    /** In one order for everybody, so that no two wait for each other. */
    private List<Quota> quotas(Caller by, String caseReference) {
        return List.of(
                new Quota(Scope.PERSON, by.subject(), settings.perPersonAndHour(), HOUR),
                new Quota(Scope.AGENCY, by.agency(), settings.perAgencyAndDay(), DAY),
                new Quota(Scope.CASE, by.agency() + ":" + caseReference, settings.perCaseAndDay(), DAY));
    }

    private void fill(PreparedStatement count, Connection connection, List<Quota> quotas) throws SQLException {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        count.setArray(
                1, array(connection, "text", quotas, quota -> quota.scope().name()));
        count.setArray(
                2,
                connection.createArrayOf(
                        "bytea", quotas.stream().map(this::hash).toArray(byte[][]::new)));
        count.setArray(3, array(connection, "timestamptz", quotas, quota -> now.minus(quota.period())));
        count.setArray(4, array(connection, "integer", quotas, Quota::most));
        count.setObject(5, now);
    }

    private static Array array(Connection connection, String type, List<Quota> quotas, Function<Quota, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, quotas.stream().map(part).toArray());
    }

    private byte[] hash(Quota quota) {
        return key.hmac("private-query:" + quota.scope() + ":" + quota.holder());
    }
}
