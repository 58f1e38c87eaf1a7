package eu.waymark.benchmarks.register;

import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Services;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Children who are on the register: some of the people of identity, put there by the database itself, as an operator would
 * load an old register. Their summaries are noise, since a check reads none.
 */
final class Entered {

    static final String HOLDER = "GB-SPEED";

    private static final String DIRECTORY = """
            insert into agency (code, name, country, type) values
                ('GB-SPEED', 'Council', 'GB', 'child-protection'), ('GB-SPEED-CA', 'Central authority', 'GB', 'central-authority'),
                ('GB-SPEED-2', 'Other council', 'GB', 'child-protection'), ('FR-SPEED', 'Département', 'FR', 'child-protection');
            insert into desk (code, agency, name, kind, phone, email, hours, languages) values
                ('GB-SPEED-DUTY', 'GB-SPEED', 'Duty desk', 'duty', '+44 20 5550 0100', 'duty@example.org', 'day and night', '{en}'),
                ('GB-SPEED-NATIONAL', 'GB-SPEED-CA', 'National desk', 'national', '+44 20 5550 0101', 'ca@example.org', 'day and night', '{en}')""";

    private static final String ENTRY = """
            insert into guarded.entry (id, person_record_id, measure, harms, risk, status, holder, started_on, review_due_on,
                                       wrapped_key, summary, opened_at, version)
            values (gen_random_uuid(), ?, 'GB-ENG-CPP', '{neglect}', 'high', 'active', 'GB-SPEED', current_date - 90,
                    current_date + 90, '\\x00', '\\x00', now(), 0)""";

    private static final int PART = 5_000;

    private final DurableDatabase database;

    Entered(DurableDatabase database) {
        this.database = database;
    }

    void directory() throws SQLException {
        try (var register = database.connect(Services.REGISTER);
                var statement = register.createStatement()) {
            statement.execute(DIRECTORY);
        }
    }

    /** Some of identity's people. */
    List<UUID> people(int count) throws SQLException {
        try (var identity = database.connect(Services.IDENTITY);
                var select = identity.prepareStatement("select id from guarded.person order by id limit ?")) {
            select.setInt(1, count);
            var rows = select.executeQuery();
            var people = new ArrayList<UUID>();
            while (rows.next()) {
                people.add(rows.getObject(1, UUID.class));
            }
            return people;
        }
    }

    /** @param count how many of identity's people are entered, chosen by their random ids */
    void children(int count) throws SQLException {
        try (var identity = database.connect(Services.IDENTITY);
                var register = database.connect(Services.REGISTER)) {
            identity.setAutoCommit(false);
            register.setAutoCommit(false);
            try (var people = identity.prepareStatement("select id from guarded.person order by id limit ?");
                    var entries = register.prepareStatement(ENTRY)) {
                people.setFetchSize(PART);
                people.setInt(1, count);
                var rows = people.executeQuery();
                for (int i = 1; rows.next(); i++) {
                    entries.setObject(1, rows.getObject(1, UUID.class));
                    entries.addBatch();
                    if (i % PART == 0) {
                        commit(register, entries);
                    }
                }
                commit(register, entries);
            }
        }
    }

    private static void commit(Connection register, PreparedStatement entries) throws SQLException {
        entries.executeBatch();
        register.commit();
    }
}
