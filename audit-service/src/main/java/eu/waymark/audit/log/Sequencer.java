package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.jdbc.SqlFailure;
import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MissingTileException;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of this replica. While it commits a group the next one gathers, so the commit itself sets the pace and
 * one flush to disk serves all that waited for it.
 */
@Singleton
class Sequencer {

    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    private static final String TAKEN_ID = "leaf_event_id_is_unique";
    /** Another writer was faster: this one had lost its lock without knowing. */
    private static final String TAKEN_PLACE = "leaf_pkey";

    private final DataSource database;
    private final Intake intake;
    private final LogGate gate;
    private final Refusals refusals;
    private final ReadModel readModel;
    private final Thread writer = Thread.ofPlatform().name("sequencer").unstarted(this::run);
    private volatile boolean running = true;
    private @Nullable LogPosition known;
    /** The largest size that this replica has seen committed. */
    private long reached;

    Sequencer(DataSource database, Intake intake, LogGate gate, Refusals refusals, ReadModel readModel) {
        this.database = database;
        this.intake = intake;
        this.gate = gate;
        this.refusals = refusals;
        this.readModel = readModel;
    }

    void start(@Observes StartupEvent event) {
        writer.start();
    }

    /** Finishes what it has taken. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        writer.join();
    }

    private void run() {
        try {
            while (running) {
                var group = intake.nextGroup();
                if (!group.isEmpty()) {
                    write(group);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Submission> batches) {
        try {
            gate.require();
            commit(batches);
        } catch (SQLException failed) {
            retryOrRefuse(batches, new SqlFailure(failed));
        } catch (SqlFailure failed) {
            retryOrRefuse(batches, failed);
        } catch (MissingTileException | InvalidTileException damaged) {
            LOG.errorf("The right edge of the log cannot be read: %s", damaged.getMessage());
            refuse(
                    batches,
                    AuditProblem.LOG_NOT_TRUSTED.because("The log is closed until its operator has repaired it."));
        } catch (RuntimeException refused) {
            known = null;
            refuse(batches, refused);
        }
    }

    private void commit(List<Submission> batches) throws SQLException {
        Group group;
        try (var log = LogConnection.lead(database)) {
            var size = log.size();
            requireNotShrunk(size);
            var position = known != null && known.size() == size ? known : log.position(size);
            group = new Group(log, position.draft());
            batches.forEach(group::add);
            known = null;
            known = group.commit();
            reached = known.size();
        }
        group.answer(readModel);
        group.refused()
                .forEach(refused ->
                        refusals.refused(refused.batch().source(), refused.why().type()));
    }

    /** Somebody may put a backup in the place of the database while this replica runs, and start nothing anew. */
    private void requireNotShrunk(long size) {
        if (size < reached) {
            gate.shrunk(reached, size);
            reached = 0;
            known = null;
            gate.require();
        }
        reached = size;
    }

    /**
     * Nothing is guessed: a commit whose answer was lost may have happened, and the producers find out by sending again.
     * Only where it is the data that the database refused is the guilty batch sought, so that it stops nobody else.
     */
    private void retryOrRefuse(List<Submission> batches, SqlFailure failed) {
        known = null;
        if (failed.isAboutData() && batches.size() > 1) {
            batches.forEach(batch -> write(List.of(batch)));
            return;
        }
        LOG.errorf("A group of %d batches was not written: %s", batches.size(), Faults.describe(failed));
        var problem = problem(failed);
        refuse(batches, problem);
        if (problem.type() == AuditProblem.EQUIVOCATION) {
            refusals.refused(batches.getFirst().source(), problem.type());
        }
    }

    private static void refuse(List<Submission> batches, RuntimeException why) {
        batches.forEach(batch -> batch.refuse(why));
    }

    private static ProblemException problem(SqlFailure failed) {
        if (failed.violates(TAKEN_ID)) {
            return AuditProblem.EQUIVOCATION.because("The log holds another event with the id of one of these.");
        }
        if (failed.isAboutData() && !failed.violates(TAKEN_PLACE)) {
            return AuditProblem.INVALID_EVENT.because("The log cannot keep one of these events.");
        }
        return AuditProblem.NOT_WRITTEN
                .because("Send the events again; what was written already keeps its place.")
                .retryAfter(1);
    }
}
