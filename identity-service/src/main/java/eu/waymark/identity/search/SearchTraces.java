package eu.waymark.identity.search;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.persistence.crypto.IndexKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What actors searched for of late, as keyed hashes: enough to count what is alike, and nothing to read. */
@ApplicationScoped
class SearchTraces {

    /** A minute begins with the first search after the last one ended. */
    static final Duration MINUTE = Duration.ofMinutes(1);

    static final Duration HOUR = Duration.ofHours(1);

    private static final int HASH_BYTES = 16;

    private static final String NOTE = "select in_minute, dates_of_name, names_of_date, near_variants, in_hour, pairs"
            + " from note_search(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final IndexKey key;
    private final SearchLimits limits;
    private final Clock clock;

    SearchTraces(AgroalDataSource database, IndexKey key, SearchLimits limits, Clock clock) {
        this.database = database;
        this.key = key;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * How many searches an actor has made. The different ones are not counted of whoever searches too fast.
     *
     * @param inMinute searches in the current minute
     * @param datesOfName births and documents that were tried with one of these names
     * @param namesOfDate names that were tried with one of these births, or with none as here
     * @param nearVariants different searches for names that begin alike
     * @param all different searches in an hour
     * @param pairs different pairs of a name and a birth in an hour, of which a search may hold many
     */
    record Counts(int inMinute, int datesOfName, int namesOfDate, int nearVariants, int all, int pairs) {

        /** By how many the worst of them is too many; 0 or less where none is. */
        int excessOver(SearchLimits limits) {
            return IntStream.of(
                            datesOfName - limits.datesOfName(),
                            namesOfDate - limits.namesOfDate(),
                            nearVariants - limits.nearVariants(),
                            all - limits.perHour(),
                            pairs - limits.pairsPerHour())
                    .max()
                    .orElseThrow();
        }

        /** Which it is, as a code. */
        String pattern(SearchLimits limits) {
            if (datesOfName > limits.datesOfName()) {
                return "one-name-many-dates";
            }
            if (namesOfDate > limits.namesOfDate()) {
                return "one-date-many-names";
            }
            return nearVariants > limits.nearVariants() ? "near-variants" : "many-people";
        }
    }

    /** Notes a search and counts the actor's with it. One statement, so that replicas cannot be played off against each other. */
    Counts note(String actor, Demographics who) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var note = connection.prepareStatement(NOTE)) {
                fill(note, actor, who);
                try (var row = note.executeQuery()) {
                    row.next();
                    return new Counts(
                            row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));
                }
            }
        });
    }

    private void fill(PreparedStatement note, String actor, Demographics who) throws SQLException {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        note.setString(1, actor);
        note.setObject(2, now);
        note.setObject(3, now.minus(MINUTE));
        note.setObject(4, now.minus(HOUR));
        note.setInt(5, limits.perMinute());
        var asked = Asked.of(who);
        note.setArray(6, hashes(note, "searched-name:", asked.names().stream().map(Asked.Name::skeleton)));
        note.setArray(7, hashes(note, "searched-alike:", asked.names().stream().map(Asked.Name::initials)));
        note.setArray(8, hashes(note, "searched-birth:", asked.births().stream()));
        note.setBytes(9, hash("searched:" + asked.text()));
    }

    private Array hashes(PreparedStatement note, String kind, Stream<String> texts) throws SQLException {
        var hashes = texts.map(text -> hash(kind + text)).toArray(byte[][]::new);
        return note.getConnection().createArrayOf("bytea", hashes);
    }

    private byte[] hash(String text) {
        return Arrays.copyOf(key.hmac(text), HASH_BYTES);
    }
}
