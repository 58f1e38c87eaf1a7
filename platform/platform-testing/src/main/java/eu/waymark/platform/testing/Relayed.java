package eu.waymark.platform.testing;

import java.sql.SQLException;

/** Stands in for the relays, which a test keeps still: what was written is on its way no more. */
public final class Relayed {

    private static final String EVENTS = """
            update audit_outbox o set epoch = 1, seq = n.seq, body = convert_to(o.event, 'UTF8'),
                leaf_index = n.seq - 1, acknowledged_at = now(), covered_size = n.seq
            from (select id, row_number() over (order by order_no)
                      + (select coalesce(max(seq), 0) from audit_outbox) as seq
                  from audit_outbox where seq is null) n
            where n.id = o.id""";

    private static final String FACTS = """
            update fact_outbox f set position = n.position
            from (select id, row_number() over (order by order_no)
                      + (select coalesce(max(position), 0) from fact_outbox) as position
                  from fact_outbox where position is null) n
            where n.id = f.id""";

    private static final String CURSOR = """
            insert into fact_cursor (subscriber, position)
            select 'test', coalesce(max(position), 0) from fact_outbox
            on conflict (subscriber) do update set position = excluded.position""";

    private Relayed() {}

    /** All events are in the log, under a checkpoint that the service has verified. */
    public static void events() throws SQLException {
        run(EVENTS);
    }

    /** Every subscriber has taken all facts. */
    public static void facts() throws SQLException {
        run(FACTS);
        run(CURSOR);
    }

    private static void run(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
