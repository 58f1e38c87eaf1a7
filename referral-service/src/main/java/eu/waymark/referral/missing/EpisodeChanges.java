package eu.waymark.referral.missing;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.gate.Gates;
import eu.waymark.referral.gate.Stage;
import eu.waymark.referral.missing.MissingEpisodesResource.ActionAnswer;
import eu.waymark.referral.missing.MissingEpisodesResource.References;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.work.WorkHolders;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What workers do while a child is missing. Only within audited work. */
@Singleton
class EpisodeChanges {

    private final EntityManager entities;
    private final Checklist checklist;
    private final MissingAlerts alerts;
    private final WorkHolders holders;
    private final Gates gates;
    private final ChildTexts texts;
    private final Clock clock;

    EpisodeChanges(
            EntityManager entities,
            Checklist checklist,
            MissingAlerts alerts,
            WorkHolders holders,
            Gates gates,
            ChildTexts texts,
            Clock clock) {
        this.entities = entities;
        this.checklist = checklist;
        this.alerts = alerts;
        this.holders = holders;
        this.gates = gates;
        this.texts = texts;
        this.clock = clock;
    }

    void answer(MissingEpisode episode, ActionAnswer answer, Caller by, Trail trail) {
        episode.require(MissingEpisode.OPEN);
        var expected = checklist.find(episode, answer.action()).orElseThrow(() -> CommonProblem.INVALID_FIELDS
                .because("Choose one of the actions of the episode.")
                .at("action", "is not expected here"));
        if (!expected.isOpen()) {
            throw ReferralProblem.ILLEGAL_TRANSITION.because("That has been answered.");
        }
        if (answer.reason() != null) {
            expected.reason = texts.seal(episode.personRecordId, answer.reason());
        }
        checklist.answer(episode, expected, answer.outcome(), by.subject(), now());
        trail.note("action", expected.action);
        trail.note("outcome", answer.outcome());
    }

    void refer(MissingEpisode episode, References references) {
        episode.require(MissingEpisode.OPEN, MissingEpisode.FOUND);
        episode.policeReference = references.policeReference();
        episode.sisReference = references.sisReference();
    }

    /** Once is enough: a conflict does not go away while the child may have to be kept from somebody. */
    void keepFrom(MissingEpisode episode, String subject, Caller by) {
        var key = new MissingConflict.Key(episode.id, subject);
        if (entities.find(MissingConflict.class, key) == null) {
            var conflict = new MissingConflict();
            conflict.key = key;
            conflict.setBy = by.subject();
            conflict.setAt = now();
            entities.persist(conflict);
            holders.take(episode.id, subject);
        }
    }

    /** The child was never away, or it was another one. */
    void annul(MissingEpisode episode, String reason, Caller by) {
        episode.require(MissingEpisode.OPEN);
        episode.endReason = texts.seal(episode.personRecordId, reason);
        episode.end(MissingEpisode.ANNULLED, by.subject(), now());
        checklist.overtake(episode, by.subject(), now());
        alerts.askForEnd(episode, now());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code open-gates} naming what has to be done first */
    void close(MissingEpisode episode, Caller by) {
        episode.require(MissingEpisode.FOUND);
        var interview = entities.find(ReturnInterview.class, episode.id);
        var problem = ReferralProblem.OPEN_GATES.because("Do first what is named here.");
        if (!alerts.openOf(episode).isEmpty()) {
            problem = problem.at("alert", "has not been ended in the register");
        }
        if (interview != null && !interview.isOver()) {
            problem = problem.at("returnInterview", "has neither been held nor refused");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        gates.requireClosed(episode.id, Stage.CLOSE);
        episode.end(MissingEpisode.CLOSED, by.subject(), now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
