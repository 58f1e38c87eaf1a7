package eu.waymark.identity.record;

import eu.waymark.matching.blocking.HotKeys;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The tables of the candidate index. Plain SQL, because arrays go in and rows come out: there is nothing to map. */
@ApplicationScoped
class IndexRows {

    /** People under one key before it gives way to longer forms, as the engine has it. */
    private static final int HOT_FROM = HotKeys.USUAL_LIMIT;

    /** A bucket at the end of its longer forms may hold so many and still be read. */
    private static final int LONGEST_BUCKET = 1_000;

    private static final String COLUMNS =
            "select id, no, version, agency, country, tag, wrapped_key, demographics from person ";
    private static final String ADD_KEYS =
            "insert into person_key (key, person) select * from unnest(?::bigint[], ?::bigint[]) as k (key, person)";
    private static final String ADD_WORDS =
            "insert into person_word (word, person) select * from unnest(?::bigint[], ?::bigint[]) as w (word, person)";
    private static final String REMEMBER = "insert into person_index (person, epoch, keys, words) values (?, ?, ?, ?)";

    private static final String LOAD_OTHERS =
            COLUMNS + "where no in (select person from person_index where epoch < ? or epoch > ? limit ?)";

    private static final String LOAD_AFTER = COLUMNS + "where no > ? order by no limit ?";

    private final AgroalDataSource database;

    IndexRows(AgroalDataSource database) {
        this.database = database;
    }

    void add(int epoch, List<IndexedPeople.Entry> entries) {
        try (var connection = database.getConnection()) {
            pairs(connection, ADD_KEYS, entries, IndexedPeople.Entry::keys);
            pairs(connection, ADD_WORDS, entries, IndexedPeople.Entry::words);
            try (var insert = connection.prepareStatement(REMEMBER)) {
                for (var entry : entries) {
                    insert.setLong(1, entry.no());
                    insert.setInt(2, epoch);
                    insert.setObject(3, entry.keys());
                    insert.setObject(4, entry.words());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        } catch (SQLException failed) {
            throw new IndexException("The candidate index could not be written", failed);
        }
    }

    private static void pairs(
            Connection connection,
            String statement,
            List<IndexedPeople.Entry> entries,
            Function<IndexedPeople.Entry, long[]> part)
            throws SQLException {
        try (var insert = connection.prepareStatement(statement)) {
            insert.setObject(
                    1,
                    entries.stream()
                            .flatMapToLong(entry -> LongStream.of(part.apply(entry)))
                            .toArray());
            insert.setObject(
                    2,
                    entries.stream()
                            .flatMapToLong(
                                    entry -> LongStream.of(part.apply(entry)).map(any -> entry.no()))
                            .toArray());
            insert.executeUpdate();
        }
    }

    /** Marks those of the keys as hot that too many people share by now. */
    void heat(Collection<Long> keys) {
        if (!keys.isEmpty()) {
            run("select heat(?, " + HOT_FROM + ")", statement -> setKeys(statement, keys), row -> 0);
        }
    }

    Set<Long> hotAmong(Collection<Long> keys) {
        return new HashSet<>(
                run("select * from hot_among(?)", statement -> setKeys(statement, keys), row -> row.getLong(1)));
    }

    /** Those who share most, most first. */
    List<FoundPerson> found(Collection<Long> keys, long people, int most) {
        return run(
                "select * from found(?, ?, " + LONGEST_BUCKET + ", ?)",
                statement -> {
                    setKeys(statement, keys);
                    statement.setLong(2, people);
                    statement.setInt(3, most);
                },
                FoundPerson::candidate);
    }

    /** The next records by their short names. */
    List<FoundPerson> loadAfter(long no, int most) {
        return run(
                LOAD_AFTER,
                statement -> {
                    statement.setLong(1, no);
                    statement.setInt(2, most);
                },
                FoundPerson::of);
    }

    /** Some of those that are indexed under other epochs. */
    List<FoundPerson> loadOthers(int epoch, int most) {
        return run(
                LOAD_OTHERS,
                statement -> {
                    statement.setInt(1, epoch);
                    statement.setInt(2, epoch);
                    statement.setInt(3, most);
                },
                FoundPerson::of);
    }

    /** Those of the records that are indexed under the epoch. */
    Set<Long> underEpoch(int epoch, List<Long> numbers) {
        return new HashSet<>(run(
                "select person from person_index where person = any(?) and epoch = ?",
                statement -> {
                    setKeys(statement, numbers);
                    statement.setInt(2, epoch);
                },
                row -> row.getLong(1)));
    }

    void remove(UUID record) {
        run("select unindex_person(?)", statement -> statement.setObject(1, record), row -> 0);
    }

    long population() {
        return run("select population()", statement -> {}, row -> row.getLong(1))
                .getFirst();
    }

    private static void setKeys(PreparedStatement statement, Collection<Long> keys) throws SQLException {
        statement.setObject(1, keys.stream().mapToLong(Long::longValue).toArray());
    }

    /** Fills in the parameters of a statement. */
    @FunctionalInterface
    interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> run(String sql, Filling filling, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            try (var rows = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
                return read;
            }
        } catch (SQLException failed) {
            throw new IndexException("The candidate index could not be used", failed);
        }
    }
}
