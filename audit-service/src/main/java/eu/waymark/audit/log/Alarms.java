package eu.waymark.audit.log;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.platform.web.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Puts on record that something is wrong with a source or with the log: one event a minute for each alarm. */
@Singleton
public class Alarms implements Refusals {

    private static final Logger LOG = Logger.getLogger(Alarms.class);

    private enum Type implements AuditEventType {
        ALARM;

        @Override
        public String code() {
            return "audit.alarm";
        }

        @Override
        public Action action() {
            return Action.EXECUTE;
        }
    }

    private final AuditedWork audited;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<Map<String, String>, Instant> lastMinute = new ConcurrentHashMap<>();
    // The writer must not wait for its own alarm, which it would have to write.
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("alarms").factory());

    Alarms(AuditedWork audited, MeterRegistry metrics, Clock clock) {
        this.audited = audited;
        this.metrics = metrics;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        background.close();
    }

    @Override
    public void refused(String source, ProblemType problem) {
        raise(Map.of("alarm", "source-" + problem.slug(), "source", source));
    }

    /** @param notes what the alarm is, in codes: {@code alarm} and what it is about */
    public void raise(Map<String, String> notes) {
        count(notes);
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        lastMinute.values().removeIf(minute::isAfter);
        if (lastMinute.put(notes, minute) == null) {
            LOG.errorf("Alarm: %s", notes);
            background.execute(() -> record(notes));
        }
    }

    /** Puts an alarm on record before it returns, and does something in the same transaction. */
    void raiseNow(Map<String, String> notes, Runnable with) {
        count(notes);
        LOG.errorf("Alarm: %s", notes);
        audited.runAsSystem(Type.ALARM, trail -> {
            notes.forEach(trail::note);
            with.run();
            return true;
        });
    }

    private void count(Map<String, String> notes) {
        metrics.counter("waymark.audit.alarms", "alarm", notes.getOrDefault("alarm", "unknown"))
                .increment();
    }

    private void record(Map<String, String> notes) {
        try {
            audited.runAsSystem(Type.ALARM, trail -> {
                notes.forEach(trail::note);
                return true;
            });
        } catch (RuntimeException unavailable) {
            LOG.errorf("An alarm could not be put on record: %s", Faults.describe(unavailable));
        }
    }
}
