package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The producers that the log holds events of, and when each was last heard. */
@ApplicationScoped
public class Sources {

    private final Jdbc jdbc;
    private final LogConfig config;
    private final Clock clock;

    Sources(Jdbc jdbc, LogConfig config, Clock clock) {
        this.jdbc = jdbc;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A producer.
     *
     * @param heard its last sign of life, which has all before it in the log; null for one that never gave any
     * @param silent whether the next is overdue
     */
    public record Heard(String source, @Nullable Instant heard, boolean silent) {}

    public List<Heard> all() {
        var due = clock.instant().minus(config.silence());
        return jdbc.list("select source, heard from heartbeats() order by source", row -> {
            var heard = row.getObject(2, OffsetDateTime.class);
            return heard == null
                    ? new Heard(row.getString(1), null, false)
                    : new Heard(
                            row.getString(1),
                            heard.toInstant(),
                            heard.toInstant().isBefore(due));
        });
    }
}
