package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.blocking.BlockingKeys;
import eu.waymark.platform.persistence.crypto.IndexKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the records worth comparing with somebody, by keyed hashes of the engine's blocking keys. Plain SQL, because
 * arrays go in and rows come out: there is nothing to map.
 */
@ApplicationScoped
class BlockingIndex {

    private static final int KEY_BYTES = 16;

    /** The engine scores this many in well under a millisecond each; the true one is rarely behind the first ten. */
    private static final int MOST_CANDIDATES = 200;

    private static final String ADD =
            "insert into person_key (key, person_id) select * from unnest(?::bytea[], ?::uuid[])";

    private static final String FIND = """
            select person_id from person_key where key = any(?::bytea[])
            group by person_id order by count(*) desc, person_id limit ?""";

    /** A statement of its own: a guarded view is a barrier that no join condition passes, but a list of ids does. */
    private static final String LOAD = """
            select id, version, agency, country, tag, wrapped_key, demographics
            from person where id = any(?::uuid[])""";

    private final AgroalDataSource database;
    private final IndexKey key;

    BlockingIndex(AgroalDataSource database, IndexKey key) {
        this.database = database;
        this.key = key;
    }

    /** Makes records findable that are in the database already. */
    void add(Map<UUID, Demographics> records) {
        var keys = new ArrayList<byte[]>();
        var ids = new ArrayList<UUID>();
        records.forEach((id, who) -> who.views().stream()
                .flatMap(view -> BlockingKeys.of(view).stream())
                .distinct()
                .forEach(blocking -> {
                    keys.add(hash(blocking));
                    ids.add(id);
                }));
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setArray(1, connection.createArrayOf("bytea", keys.toArray(byte[][]::new)));
            insert.setArray(2, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IndexException("Blocking keys could not be written", failed);
        }
    }

    /** Makes a record findable by these demographics instead of any before. */
    void replace(UUID id, Demographics who) {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement("select unindex_person(?)")) {
            forget.setObject(1, id);
            forget.execute();
        } catch (SQLException failed) {
            throw new IndexException("Blocking keys could not be replaced", failed);
        }
        add(Map.of(id, who));
    }

    /** The records that share most keys with the one asked about, in no order. */
    List<FoundPerson> find(eu.waymark.matching.Demographics query) {
        try (var connection = database.getConnection()) {
            return load(connection, candidates(connection, BlockingKeys.forQuery(query)));
        } catch (SQLException failed) {
            throw new IndexException("The blocking index could not be read", failed);
        }
    }

    private List<UUID> candidates(Connection connection, Collection<String> blockingKeys) throws SQLException {
        try (var select = connection.prepareStatement(FIND)) {
            var keys = blockingKeys.stream().map(this::hash).toArray(byte[][]::new);
            select.setArray(1, connection.createArrayOf("bytea", keys));
            select.setInt(2, MOST_CANDIDATES);
            return rows(select, row -> row.getObject(1, UUID.class));
        }
    }

    private static List<FoundPerson> load(Connection connection, List<UUID> ids) throws SQLException {
        try (var select = connection.prepareStatement(LOAD)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
            return rows(select, FoundPerson::of);
        }
    }

    private static <T> List<T> rows(PreparedStatement select, Row<T> reader) throws SQLException {
        try (var rows = select.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private byte[] hash(String blockingKey) {
        return Arrays.copyOf(key.hmac("block:" + BlockingKeys.SCHEME + ":" + blockingKey), KEY_BYTES);
    }
}
