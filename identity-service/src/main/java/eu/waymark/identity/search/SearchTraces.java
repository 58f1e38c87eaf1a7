package eu.waymark.identity.search;

import eu.waymark.identity.demographics.BirthClaim;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameReader;
import eu.waymark.platform.persistence.crypto.IndexKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What actors searched for of late, as keyed hashes: enough to count what is alike, and nothing to read. */
@ApplicationScoped
class SearchTraces {

    /** A minute begins with the first search after the last one ended. */
    static final Duration MINUTE = Duration.ofMinutes(1);

    static final Duration HOUR = Duration.ofHours(1);

    private static final int HASH_BYTES = 16;

    private static final String NOTE = "select in_minute, dates_of_name, names_of_date, near_variants, in_hour"
            + " from note_search(?, ?, ?, ?, ?, ?, ?, ?)";

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
     * @param datesOfName births that were tried with this name
     * @param namesOfDate names that were tried with this birth, or with none as here
     * @param nearVariants different searches for names that begin alike
     * @param all different searches in an hour
     */
    record Counts(int inMinute, int datesOfName, int namesOfDate, int nearVariants, int all) {

        /** By how many the worst of them is too many; 0 or less where none is. */
        int excessOver(SearchLimits limits) {
            return IntStream.of(
                            datesOfName - limits.datesOfName(),
                            namesOfDate - limits.namesOfDate(),
                            nearVariants - limits.nearVariants(),
                            all - limits.perHour())
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
                    return new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
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
        note.setBytes(6, hash("searched-name:" + words(who, KeyWord::skeleton)));
        note.setBytes(7, hash("searched-alike:" + words(who, KeyWord::initial)));
        note.setBytes(
                8,
                hash("searched-birth:"
                        + who.births().stream().map(BirthClaim::text).sorted().collect(Collectors.joining("|"))));
    }

    private byte[] hash(String text) {
        return Arrays.copyOf(key.hmac(text), HASH_BYTES);
    }

    /** Something of the words of the first name, in no order, so that spelling and swapping change nothing. */
    private static String words(Demographics who, ToLongFunction<KeyWord> part) {
        var person = who.forMatching();
        return person.names().stream()
                .limit(1)
                .flatMap(name -> NameReader.shared().read(name, person.nationalities()).stream())
                .map(token -> Long.toHexString(part.applyAsLong(KeyWord.of(token, Keying.plain()))))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
