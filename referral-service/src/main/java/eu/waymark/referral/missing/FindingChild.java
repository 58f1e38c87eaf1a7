package eu.waymark.referral.missing;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The child has been seen, and is to be asked by somebody independent why it went. Only within audited work. */
@Singleton
class FindingChild {

    private final EntityManager entities;
    private final EpisodeChanges changes;
    private final Checklist checklist;
    private final MissingAlerts alerts;
    private final MissingReports reports;
    private final ChildTexts texts;
    private final Clocks clocks;
    private final WorkItems work;

    FindingChild(
            EntityManager entities,
            EpisodeChanges changes,
            Checklist checklist,
            MissingAlerts alerts,
            MissingReports reports,
            ChildTexts texts,
            Clocks clocks,
            WorkItems work) {
        this.entities = entities;
        this.changes = changes;
        this.checklist = checklist;
        this.alerts = alerts;
        this.reports = reports;
        this.texts = texts;
        this.clocks = clocks;
        this.work = work;
    }

    void found(MissingEpisode episode, Finding finding, Caller by, Trail trail) {
        episode.require(MissingEpisode.OPEN);
        var now = changes.now();
        if (finding.foundAt().isAfter(now) || finding.foundAt().isBefore(episode.lastSeenAt)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Say when the child was found.")
                    .at("foundAt", "must lie between when it was last seen and now");
        }
        write(episode, finding, by);
        checklist.overtake(episode, by.subject(), now);
        alerts.askForEnd(episode, now);
        if (episode.isSafeAndSeen()) {
            askForInterview(episode, finding.foundAt());
        }
        reports.ofEpisode(episode.id).forEach(report -> reports.tellOutcome(report, episode));
        trail.note("how", finding.how());
    }

    private void write(MissingEpisode episode, Finding finding, Caller by) {
        var record = episode.personRecordId;
        episode.status = MissingEpisode.FOUND;
        episode.foundHow = finding.how();
        episode.foundAt = finding.foundAt();
        episode.foundBy = by.subject();
        if (finding.note() != null) {
            episode.foundNote = texts.seal(record, finding.note());
        }
        if (finding.place() != null) {
            episode.foundPlace = texts.seal(record, finding.place());
            var named = finding.placeReaders() == null ? List.<String>of() : finding.placeReaders();
            episode.placeReaders = Stream.concat(Stream.of(by.subject()), named.stream())
                    .distinct()
                    .toList();
        }
    }

    private void askForInterview(MissingEpisode episode, Instant returnedAt) {
        var due = clocks.due(Duty.RETURN_INTERVIEW, episode.agency, episode.country, returnedAt);
        var interview = new ReturnInterview();
        interview.episodeId = episode.id;
        interview.dueAt = due.at();
        interview.dueRule = due.rule();
        entities.persist(interview);
        work.open(new NewWork(
                WorkKind.RETURN_INTERVIEW, episode.id, episode.personRecordId, episode.agency, returnedAt, due));
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code not-independent} for whoever works on the episode */
    void note(MissingEpisode episode, InterviewNote note, Caller by, Trail trail) {
        episode.require(MissingEpisode.FOUND);
        var interview = entities.find(ReturnInterview.class, episode.id, LockModeType.PESSIMISTIC_WRITE);
        if (interview == null || interview.isOver()) {
            throw ReferralProblem.ILLEGAL_TRANSITION.because("There is no talk to offer any more.");
        }
        var isAboutTalk = !ReturnInterview.OFFERED.equals(note.outcome());
        if (isAboutTalk && Stream.of(episode.openedBy, episode.foundBy).anyMatch(by.subject()::equals)) {
            throw ReferralProblem.NOT_INDEPENDENT.because(
                    "You work on the episode. Somebody independent speaks with the child and records what it says.");
        }
        write(interview, episode, note, by);
        if (isAboutTalk) {
            work.close(WorkKind.RETURN_INTERVIEW, episode.id, note.outcome());
        }
        trail.note("outcome", note.outcome());
    }

    private void write(ReturnInterview interview, MissingEpisode episode, InterviewNote note, Caller by) {
        interview.status = note.outcome();
        if (interview.offeredAt == null) {
            interview.offeredAt = note.at();
        }
        if (!ReturnInterview.OFFERED.equals(note.outcome())) {
            interview.endedAt = note.at();
        }
        interview.heldBy = note.heldBy();
        interview.reasons = note.reasons();
        if (note.words() != null) {
            interview.words = texts.seal(episode.personRecordId, note.words());
        }
        interview.recordedBy = by.subject();
    }
}
