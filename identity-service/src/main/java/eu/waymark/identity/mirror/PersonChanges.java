package eu.waymark.identity.mirror;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What has become of person records, in an order that nothing is added to behind {@link #settled}. */
@ApplicationScoped
class PersonChanges {

    private final AgroalDataSource database;

    PersonChanges(AgroalDataSource database) {
        this.database = database;
    }

    /** No change in a transaction below this is still to come. */
    long settled() {
        return one("select changes_settled()", row -> row.getLong(1));
    }

    /** Names the database whose transactions these are: another one after a restore or a failover. */
    String origin() {
        return one("select changes_origin()", row -> row.getString(1));
    }

    /** Takes changes that bear numbers of another database for changes of now. */
    void adopt() {
        one("select adopt_changes()", row -> true);
    }

    @FunctionalInterface
    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    private <T> T one(String query, Read<T> read) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            row.next();
            return read.from(row);
        } catch (SQLException failed) {
            throw new MirrorException("The order of changes could not be read", failed);
        }
    }

    /** Changes of the given transaction from behind a number, and of all later ones; in order. */
    List<PersonChange> after(long transaction, int number, int most) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select person_id, number, changed_in, gone from persons_changed(?, ?, ?)")) {
            select.setLong(1, transaction);
            select.setInt(2, number);
            select.setInt(3, most);
            var changes = new ArrayList<PersonChange>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.add(new PersonChange(
                            rows.getObject(1, UUID.class), rows.getInt(2), rows.getLong(3), rows.getBoolean(4)));
                }
            }
            return changes;
        } catch (SQLException failed) {
            throw new MirrorException("Changes of person records could not be read", failed);
        }
    }
}
