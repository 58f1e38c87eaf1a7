package eu.waymark.benchmarks.register;

import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Services;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks, in one snapshot after the other, for an active entry that has not exactly one holder (invariant 1). */
final class HolderWatch {

    private static final String WITHOUT_ONE_HOLDER = """
            select count(*) from guarded.entry e
             where e.status = 'active'
               and 1 <> (select count(*) filter (where h.agency = e.holder) + 2 * count(*) filter (where h.agency <> e.holder)
                           from guarded.entry_holder h where h.entry_id = e.id and upper_inf(h.during))""";

    private static final String A_GAP = """
            select count(*) from (select lower(during) as began, lag(upper(during)) over (partition by entry_id order by lower(during)) as ended
                                    from guarded.entry_holder) period
             where ended is not null and began <> ended""";

    private static final int PAUSE_MILLIS = 20;

    private final DurableDatabase database;

    HolderWatch(DurableDatabase database) {
        this.database = database;
    }

    /**
     * What was seen.
     *
     * @param wrong entries without exactly one holder, over all snapshots
     */
    record Seen(int snapshots, long wrong) {}

    Seen until(AtomicBoolean done) throws SQLException, InterruptedException {
        int snapshots = 0;
        long wrong = 0;
        try (var connection = database.connect(Services.REGISTER)) {
            while (!done.get()) {
                wrong += count(connection, WITHOUT_ONE_HOLDER);
                snapshots++;
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return new Seen(snapshots, wrong);
    }

    /** How often, in the whole history, one period of responsibility did not begin where the one before ended. */
    long gaps() throws SQLException {
        return count(A_GAP);
    }

    /** What the watch itself must notice, or it watches nothing: a second holder that is put there and taken away again. */
    boolean noticesASecondHolder() throws SQLException {
        try (var connection = database.connect(Services.REGISTER);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table guarded.entry_holder drop constraint entry_holder_entry_id_during_excl");
            statement.execute(
                    "insert into guarded.entry_holder select id, 'FR-SPEED', tstzrange(clock_timestamp(), null)"
                            + " from guarded.entry where status = 'active' limit 1");
            boolean noticed = count(connection, WITHOUT_ONE_HOLDER) == 1;
            connection.rollback();
            return noticed;
        }
    }

    /** How many entries have another holder than the one that is given for each. */
    long otherThan(Map<String, String> holders) throws SQLException {
        long others = 0;
        try (var connection = database.connect(Services.REGISTER);
                var select = connection.prepareStatement("select holder from guarded.entry where id = ?::uuid")) {
            for (var told : holders.entrySet()) {
                select.setString(1, told.getKey());
                try (var row = select.executeQuery()) {
                    others += row.next() && row.getString(1).equals(told.getValue()) ? 0 : 1;
                }
            }
        }
        return others;
    }

    long count(String query) throws SQLException {
        try (var connection = database.connect(Services.REGISTER)) {
            return count(connection, query);
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
