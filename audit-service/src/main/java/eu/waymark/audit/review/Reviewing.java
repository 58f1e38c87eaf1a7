package eu.waymark.audit.review;

import eu.waymark.audit.log.Alarms;
import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.LogKey;
import eu.waymark.audit.log.SealedIndexing;
import eu.waymark.audit.log.Witnesses;
import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Reviews the whole log. It reads every event, so it is put on record itself: one event for each part it reads. */
@Singleton
class Reviewing {

    private static final Logger LOG = Logger.getLogger(Reviewing.class);
    /** A part is a transaction, which must end within a minute. */
    private static final long PART = 128L * LogReview.CHUNK;

    private static final int ALARMS = 10;
    private static final int TURNS = 100;
    private static final Duration TURN = Duration.ofMillis(100);

    private enum Type implements AuditEventType {
        REVIEWED;

        @Override
        public String code() {
            return HistoryReview.REVIEWED;
        }

        @Override
        public Action action() {
            return Action.EXECUTE;
        }
    }

    private final AuditedWork audited;
    private final Rows rows;
    private final LogKey key;
    private final Witnesses witnesses;
    private final Details details;
    private final SealedIndexing indexing;
    private final Alarms alarms;
    private final AtomicLong lastFindings;

    Reviewing(
            AuditedWork audited,
            Rows rows,
            LogKey key,
            Witnesses witnesses,
            Details details,
            SealedIndexing indexing,
            Alarms alarms,
            MeterRegistry metrics) {
        this.audited = audited;
        this.rows = rows;
        this.key = key;
        this.witnesses = witnesses;
        this.details = details;
        this.indexing = indexing;
        this.alarms = alarms;
        this.lastFindings = metrics.gauge("waymark.log.review.findings", new AtomicLong());
    }

    /** Reads all of it again, and alarms what it finds. */
    List<Finding> review() {
        var review = new LogReview(rows, key.verifier(), witnesses.keys(), details, indexing);
        var end = rows.size();
        awaitSearchable(end);
        review.begin(end);
        var from = 0L;
        for (; from + PART < end; from += PART) {
            end = part(review, from, from + PART);
        }
        lastPart(review, from);
        lastFindings.set(review.findings().count());
        report(review.findings());
        return review.findings().first();
    }

    /** The tables that are searched follow the log; where they do not, the review says so of each leaf. */
    private void awaitSearchable(long size) {
        try {
            for (var turn = 0; turn < TURNS && !rows.areSearchable(size); turn++) {
                Thread.sleep(TURN);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private long part(LogReview review, long from, long to) {
        return audited.runAsSystem(Type.REVIEWED, trail -> {
            var end = review.review(from, to);
            trail.note("from", Long.toString(from));
            trail.note("to", Long.toString(Math.min(to, end)));
            trail.note("findings", Long.toString(review.findings().count()));
            return end;
        });
    }

    private void lastPart(LogReview review, long from) {
        audited.runAsSystem(Type.REVIEWED, trail -> {
            var size = review.review(from, from + PART);
            var counted = review.end();
            trail.note("from", Long.toString(from));
            trail.note("to", Long.toString(size));
            trail.note("size", Long.toString(size));
            trail.note("findings", Long.toString(review.findings().count()));
            counted.notes().forEach(trail::note);
            return true;
        });
    }

    /** An alarm for the first findings: behind one row that was altered there can be millions. */
    private void report(Findings findings) {
        if (findings.count() == 0) {
            return;
        }
        LOG.fatalf("The log was altered: %d places; the first are %s", findings.count(), findings.first());
        findings.first().stream()
                .limit(ALARMS)
                .forEach(finding -> alarms.raise(
                        Map.of("alarm", "log-altered", "table", finding.table(), "place", finding.place())));
    }
}
