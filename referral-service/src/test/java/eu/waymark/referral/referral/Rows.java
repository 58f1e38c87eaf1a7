package eu.waymark.referral.referral;

import eu.waymark.platform.testing.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What really stands in the database, as its owner sees it. */
final class Rows {

    private Rows() {}

    static int ofReferralsAbout(UUID person) throws SQLException {
        return all("select id::text from guarded.referral where person_record_id = '%s'".formatted(person))
                .size();
    }

    static int ofKeysAbout(UUID person) throws SQLException {
        return all("select person_record_id::text from guarded.person_key where person_record_id = '%s'"
                        .formatted(person))
                .size();
    }

    /** What has to be done about that thing, as agency and kind. */
    static List<String> openWorkOn(UUID reference) throws SQLException {
        return all("select agency || ' ' || kind from guarded.work_item where reference = '%s' and closed_at is null"
                .formatted(reference));
    }

    /** Every row of every table of every schema that is ours, as text. */
    static List<String> dump() throws SQLException {
        var tables = all("select format('%I.%I', table_schema, table_name) from information_schema.tables"
                + " where table_schema in ('public', 'guarded') and table_type = 'BASE TABLE'");
        var rows = new ArrayList<String>();
        for (var table : tables) {
            rows.addAll(all("select row::text from " + table + " row"));
        }
        return rows;
    }

    private static List<String> all(String sql) throws SQLException {
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
}
