package eu.waymark.referral;

import eu.waymark.platform.testing.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What really stands in the database, as its owner sees it. */
public final class Stored {

    private Stored() {}

    /** The first column of a query. */
    public static List<String> texts(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** Changes something by hand, as only the owner of the database can. */
    public static int change(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
