package eu.waymark.identity.imports;

import eu.waymark.identity.record.PersonRecord;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The imported records for which nobody has looked yet whether somebody else is the same child. */
@ApplicationScoped
class PairSearches {

    private static final String QUEUE =
            "insert into pair_search (person) select no from person where id = any(?::uuid[])";

    /** Taken by one replica; where its work fails they are back in the queue. */
    private static final String TAKE = """
            delete from pair_search where person in
                (select person from pair_search order by queued_at limit ? for update skip locked)
            returning person""";

    private final AgroalDataSource database;

    PairSearches(AgroalDataSource database) {
        this.database = database;
    }

    void queue(List<PersonRecord> records) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(QUEUE)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", records.stream().map(PersonRecord::id).toArray(UUID[]::new)));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new ImportException("Imported records could not be queued", failed);
        }
    }

    /** Whether there may be some; asked without a look at anybody. */
    boolean isWaiting() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select pairs_waiting()");
                var rows = select.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException failed) {
            throw new ImportException("The queue of imported records could not be read", failed);
        }
    }

    /** Short names of the next records. */
    List<Long> take(int most) {
        try (var connection = database.getConnection();
                var take = connection.prepareStatement(TAKE)) {
            take.setInt(1, most);
            try (var rows = take.executeQuery()) {
                var taken = new ArrayList<Long>();
                while (rows.next()) {
                    taken.add(rows.getLong(1));
                }
                return taken;
            }
        } catch (SQLException failed) {
            throw new ImportException("Imported records could not be taken from the queue", failed);
        }
    }
}
