package eu.waymark.identity.model;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Has a new version learnt, and puts one into use: two people, of whom the second has seen the figures. */
@ApplicationScoped
class ChangingModel {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final Trainings trainings;
    private final ModelVersions versions;
    private final CurrentModel current;
    private final Clock clock;

    ChangingModel(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            Trainings trainings,
            ModelVersions versions,
            CurrentModel current,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.trainings = trainings;
        this.versions = versions;
        this.current = current;
        this.clock = clock;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 409 while another training is open */
    void train() {
        work.run(IdentityEvent.MODEL_TRAINING_ASKED, trail -> {
            permits.require(Action.WRITE_RULES, Relationship.NONE);
            if (trainings.open().isPresent()) {
                throw IdentityProblem.TRAINING_OPEN.because("Wait until it has proposed its version.");
            }
            trainings.ask(caller.get().subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return true;
        });
    }

    /**
     * Puts a version into use, an earlier one too.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown version; 403 for whoever asked for it
     */
    void activate(String version) {
        work.run(IdentityEvent.MODEL_ACTIVATED, trail -> {
            permits.require(Action.WRITE_RULES, Relationship.NONE);
            var proposed = versions.findByIdOptional(version)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such version of the model."));
            trail.resource(proposed.version());
            if (proposed.proposedBy().equals(caller.get().subject())) {
                throw IdentityProblem.SECOND_PERSON_NEEDED.because(
                        "You asked for this version. Let a colleague look at its figures and activate it.");
            }
            versions.activate(version, caller.get().subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return true;
        });
        current.changed();
    }
}
