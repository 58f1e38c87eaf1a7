package eu.waymark.identity.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.model.LearningModel.Learnt;
import eu.waymark.identity.model.Trainings.Outcome;
import eu.waymark.identity.model.Trainings.Training;
import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Carries out a training that was asked for, in one replica. A crash begins it again; nothing is in use by itself. */
@ApplicationScoped
class TrainingModel {

    private static final Logger LOG = Logger.getLogger(TrainingModel.class);
    private static final long LOCK = 0x57_41_59_4DL;

    private final AgroalDataSource locks;
    private final Trainings trainings;
    private final ModelVersions versions;
    private final LearningModel learning;
    private final TermKeys keys;
    private final AuditedWork work;
    private final ObjectMapper json;
    private final Clock clock;

    TrainingModel(
            @DataSource("relay") AgroalDataSource locks,
            Trainings trainings,
            ModelVersions versions,
            LearningModel learning,
            TermKeys keys,
            AuditedWork work,
            ObjectMapper json,
            Clock clock) {
        this.locks = locks;
        this.trainings = trainings;
        this.versions = versions;
        this.learning = learning;
        this.keys = keys;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.model.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try (var connection = locks.getConnection()) {
            AdvisoryLock.whileHeld(connection, LOCK, () -> QuarkusTransaction.requiringNew()
                    .call(trainings::open)
                    .ifPresent(this::train));
        } catch (SQLException failed) {
            LOG.warnf("The training of the model waits: %s", Faults.describe(failed));
        }
    }

    private void train(Training training) {
        try {
            long number = QuarkusTransaction.requiringNew().call(versions::count) + 1;
            var learnt = learning.learn("-" + number);
            if (learnt.isPresent()) {
                propose(training, learnt.get());
            } else {
                finish(training, Outcome.TOO_FEW_PEOPLE);
            }
        } catch (RuntimeException failed) {
            LOG.errorf("The training of the model failed: %s", Faults.describe(failed));
            finish(training, Outcome.FAILED);
        }
    }

    private void propose(Training training, Learnt learnt) {
        work.runAsSystem(IdentityEvent.MODEL_PROPOSED, trail -> {
            trail.resource(learnt.model().parameters().version());
            versions.persist(new ModelVersion(
                    learnt.model(), keys.inUse().id(), text(learnt.figures()), training.askedBy(), now()));
            trainings.finish(training.id(), Outcome.PROPOSED, now());
            return true;
        });
    }

    private void finish(Training training, Outcome outcome) {
        QuarkusTransaction.requiringNew().run(() -> trainings.finish(training.id(), outcome, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String text(Figures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Figures are always writable as JSON", unwritable);
        }
    }
}
