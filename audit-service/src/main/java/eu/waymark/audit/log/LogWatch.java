package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.web.problem.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Notices what does not happen: a source that is no longer heard may hold events that nobody sees, a log whose witnesses are
 * away could be rewritten, and leaves that are not in the tables that are searched are in no list. Each is alarmed once, by
 * one replica.
 */
@Singleton
class LogWatch {

    private static final Logger LOG = Logger.getLogger(LogWatch.class);
    private static final long WATCH_LOCK = 0x776174636865L;
    private static final String RAISED = "select true from alarm_raised where alarm = ? and about = ? and mark = ?";

    private final DataSource database;
    private final Jdbc jdbc;
    private final Sources sources;
    private final Published published;
    private final ReadModelLag readModel;
    private final LogConfig config;
    private final Alarms alarms;
    private final AtomicInteger silent;
    private final AtomicInteger unwitnessed;

    LogWatch(
            DataSource database,
            Jdbc jdbc,
            Sources sources,
            Published published,
            ReadModelLag readModel,
            LogConfig config,
            Alarms alarms,
            MeterRegistry metrics) {
        this.database = database;
        this.jdbc = jdbc;
        this.sources = sources;
        this.published = published;
        this.readModel = readModel;
        this.config = config;
        this.alarms = alarms;
        this.silent = metrics.gauge("waymark.audit.sources.silent", new AtomicInteger());
        this.unwitnessed = metrics.gauge("waymark.log.unwitnessed", new AtomicInteger());
    }

    /** After a start the sources first deliver what has waited, so they are not silent yet. */
    @Scheduled(
            every = "${waymark.log.watch-every:30s}",
            delayed = "${waymark.log.silence:3m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void lookOrReport() {
        try {
            look();
        } catch (SQLException | RuntimeException failed) {
            LOG.errorf("Nobody watches the sources now: %s", Faults.describe(failed));
        }
    }

    void look() throws SQLException {
        var quiet = sources.all().stream().filter(Sources.Heard::silent).toList();
        var isWitnessed = published.isWitnessed();
        silent.set(quiet.size());
        unwitnessed.set(isWitnessed ? 0 : 1);
        var behind = readModel.measure();
        var isBehind = behind.since().compareTo(config.readModelPatience()) > 0;
        if (quiet.isEmpty() && isWitnessed && !isBehind) {
            return;
        }
        try (var connection = database.getConnection()) {
            AdvisoryLock.whileHeld(connection, WATCH_LOCK, () -> {
                quiet.forEach(source -> once("source-silent", source.source(), String.valueOf(source.heard())));
                if (!isWitnessed) {
                    once("witnesses-lost", "log", published.lastOfQuorum());
                }
                if (isBehind) {
                    once("read-model-behind", "log", Long.toString(behind.from()));
                }
            });
        }
    }

    private void once(String alarm, String about, String mark) {
        if (jdbc.first(RAISED, _ -> true, alarm, about, mark).isEmpty()) {
            alarms.raiseNow(
                    Map.of("alarm", alarm, "source", about),
                    () -> jdbc.insert(
                            "insert into alarm_raised (alarm, about, mark) values (?, ?, ?)",
                            Collections.singletonList(new Object[] {alarm, about, mark})));
        }
    }
}
