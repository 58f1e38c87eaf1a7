package eu.waymark.benchmarks.matching;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** The same people in a real PostgreSQL with a GIN index of trigrams over their names, as most registers search. */
final class Trigrams implements Finder, AutoCloseable {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int ROWS_AT_ONCE = 20_000;

    /** The operator's usual threshold of .3; a birth that agrees settles who comes first among alike names. */
    private static final String FIND = """
            select person, similarity(name, ?) + case when birth = ? then 0.5 else 0 end as alike
            from person_name where name % ? order by alike desc limit 10""";

    private final EmbeddedPostgres server;
    private final Connection connection;

    private Trigrams(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        this.connection = server.getPostgresDatabase().getConnection();
    }

    /** Starts a server in the folder and loads the crowd. */
    static Trigrams of(Crowd crowd, Path folder) throws IOException, SQLException {
        var trigrams = new Trigrams(EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("maintenance_work_mem", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("fsync", "off")
                .start());
        trigrams.load(crowd);
        return trigrams;
    }

    private void load(Crowd crowd) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
            statement.execute("create table person_name (person bigint, name text, birth text)");
            var rows = new StringBuilder();
            for (int number = 0; number < crowd.size(); number++) {
                append(rows, number, crowd.person(number));
                if ((number + 1) % ROWS_AT_ONCE == 0 || number + 1 == crowd.size()) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy person_name from stdin", new StringReader(rows.toString()));
                    rows.setLength(0);
                }
            }
            statement.execute("create index on person_name using gin (name gin_trgm_ops)");
            statement.execute("vacuum analyze person_name");
        }
    }

    private static void append(StringBuilder rows, int number, Demographics person) {
        for (PersonName name : person.names()) {
            rows.append(number)
                    .append('\t')
                    .append(text(name))
                    .append('\t')
                    .append(birth(person))
                    .append('\n');
        }
    }

    @Override
    public long[] find(Demographics asked) throws SQLException {
        Map<Long, Double> best = new LinkedHashMap<>();
        try (var select = connection.prepareStatement(FIND)) {
            for (PersonName name : asked.names()) {
                select.setString(1, text(name));
                select.setString(2, birth(asked));
                select.setString(3, text(name));
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        best.merge(rows.getLong(1), rows.getDouble(2), Math::max);
                    }
                }
            }
        }
        return best.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
                .limit(MOST)
                .mapToLong(Map.Entry::getKey)
                .toArray();
    }

    static String text(PersonName name) {
        String parts = name.given() == null && name.family() == null
                ? String.valueOf(name.full())
                : (name.given() == null ? "" : name.given()) + " " + (name.family() == null ? "" : name.family());
        return NOT_LETTERS
                .matcher(parts.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    static String birth(Demographics person) {
        return person.births().isEmpty()
                ? ""
                : person.births().getFirst().earliest().toString();
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
    }
}
