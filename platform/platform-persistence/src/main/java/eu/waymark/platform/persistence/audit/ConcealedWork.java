package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.persistence.crypto.IndexKey;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who works behind the seal of which hidden child: events about the two show neither the child nor the agency. The register
 * says it; what is kept is a keyed hash of each pair.
 */
@Singleton
public class ConcealedWork {

    private static final String ASK = "select conceals(?, ?, ?)";
    private static final String FORGET = "delete from concealed_work where id = ?";
    private static final String REMEMBER =
            "insert into concealed_work (id, pair) select ?, pair from unnest(?::bytea[]) pair";

    private final AgroalDataSource database;
    private final IndexKey key;

    ConcealedWork(AgroalDataSource database, IndexKey key) {
        this.database = database;
        this.key = key;
    }

    /** Whether the event of this work names a hidden child, by any pseudonym, whom the actor works with behind the seal. */
    boolean covers(Actor actor, Trail trail) {
        var names = names(trail);
        if (names.isEmpty()) {
            return false;
        }
        var who = actor.caller().subject();
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement(ASK)) {
            ask.setString(1, who);
            ask.setArray(2, connection.createArrayOf("text", names.toArray()));
            ask.setArray(3, bytes(connection, names.stream().flatMap(name -> pairs(name, who))));
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /**
     * From now on events of this worker about this child conceal themselves.
     *
     * @param naming by which it ends; told again, the last word holds
     * @param names the child's pseudonyms: the tag, and the id of the record
     */
    public void begin(UUID naming, Collection<String> names, String worker) {
        end(naming);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(REMEMBER)) {
            insert.setObject(1, naming);
            insert.setArray(2, bytes(connection, names.stream().map(name -> key.hmac(text(name, worker)))));
            insert.executeUpdate();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /** From now on they show what they are about. */
    public void end(UUID naming) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, naming);
            delete.executeUpdate();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /** All by which an event could name a child. A refusal names no tag, and the record as its resource. */
    private static Collection<String> names(Trail trail) {
        var names = new TreeSet<>(trail.subjects());
        names.addAll(trail.notes().values());
        var resource = trail.resource();
        if (resource != null) {
            names.add(resource);
        }
        return names;
    }

    private Stream<byte[]> pairs(String name, String who) {
        return key.hmacs(text(name, who)).stream();
    }

    private static String text(String name, String who) {
        return "concealed work|" + name + '|' + who;
    }

    private static Array bytes(Connection connection, Stream<byte[]> pairs) throws SQLException {
        List<byte[]> all = pairs.toList();
        return connection.createArrayOf("bytea", all.toArray(byte[][]::new));
    }
}
