package eu.waymark.platform.persistence.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The fact outbox as its relay sees it. The caller holds the relay's lock. */
@Singleton
class FactRows {

    private static final int BATCH = 100;
    private static final String NUMBER = """
            with next as (
                select id, row_number() over (order by order_no) as n
                  from (select id, order_no from fact_outbox where position is null order by order_no limit 1000) waiting),
            last as (select coalesce(max(position), 0) as p from fact_outbox)
            update fact_outbox f set position = greatest(last.p, ?) + next.n from next, last where f.id = next.id""";

    private final ObjectMapper json;
    private final String source;

    FactRows(ObjectMapper json, @ConfigProperty(name = "quarkus.application.name") String source) {
        this.json = json;
        this.source = source;
    }

    /** A fact and its place in the outbox. */
    record Placed(long position, Fact fact) {}

    /** Gives waiting facts their place. Cursors are looked at too, since delivered facts may be gone. */
    void number(Connection connection) throws SQLException {
        try (var highest = connection.prepareStatement("select coalesce(max(position), 0) from fact_cursor");
                var rows = highest.executeQuery();
                var update = connection.prepareStatement(NUMBER)) {
            rows.next();
            update.setLong(1, rows.getLong(1));
            update.executeUpdate();
        }
    }

    List<Placed> after(Connection connection, long position) throws SQLException {
        try (var select = connection.prepareStatement("select position, id, type, subject, time, data from fact_outbox"
                + " where position > ? order by position limit " + BATCH)) {
            select.setLong(1, position);
            var batch = new ArrayList<Placed>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    batch.add(new Placed(
                            rows.getLong(1),
                            new Fact(
                                    rows.getObject(2, UUID.class),
                                    source,
                                    rows.getString(3),
                                    rows.getObject(4, UUID.class),
                                    rows.getObject(5, OffsetDateTime.class).toInstant(),
                                    json.readTree(rows.getString(6)))));
                }
            } catch (JsonProcessingException corrupt) {
                throw new SQLException("A fact is not JSON", corrupt);
            }
            return batch;
        }
    }

    /** Removes facts that every subscriber has taken and that are older than the time kept. */
    void forget(Connection connection, int days) throws SQLException {
        try (var delete = connection.prepareStatement("delete from fact_outbox where"
                + " position <= (select min(position) from fact_cursor) and time < now() - make_interval(days => ?)")) {
            delete.setInt(1, days);
            delete.executeUpdate();
        }
    }
}
