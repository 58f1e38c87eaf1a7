package eu.waymark.referral.missing;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.gate.GatedWork;
import eu.waymark.referral.gate.Gates;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.OwnChildren;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** A child is missing: from now on somebody has to do something, until it is seen and safe. */
@Singleton
class OpeningEpisode {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Episodes episodes;
    private final Checklist checklist;
    private final MissingAlerts alerts;
    private final Gates gates;
    private final ChildTexts texts;
    private final EpisodeViews views;
    private final Clock clock;

    OpeningEpisode(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            Episodes episodes,
            Checklist checklist,
            MissingAlerts alerts,
            Gates gates,
            ChildTexts texts,
            EpisodeViews views,
            Clock clock) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.episodes = episodes;
        this.checklist = checklist;
        this.alerts = alerts;
        this.gates = gates;
        this.texts = texts;
        this.views = views;
        this.clock = clock;
    }

    /**
     * @throws eu.waymark.platform.web.problem.ProblemException {@code episode-open} where the child is missing already; the
     *     id of that episode only to the agency whose it is
     */
    EpisodeView open(NewEpisode request) {
        permits.requireAny(Action.WORK_MISSING);
        var asked = children.ask(request.personRecordId());
        return audited.run(ReferralEvent.MISSING_OPENED, trail -> {
            var by = caller.get();
            asked.own(by, trail);
            var open = openOf(request.personRecordId(), by);
            if (open.isPresent()) {
                throw ReferralProblem.EPISODE_OPEN.because(
                        "Work on the episode %s of your agency.".formatted(open.get().id));
            }
            var episode = begin(request, by);
            trail.resource(episode.id.toString());
            trail.created(MissingEpisodesResource.PATH + "/" + episode.id);
            return views.of(episode, by);
        });
    }

    /**
     * The open episode of the child at the caller's agency; from now on nobody else opens one.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException {@code episode-open}, which says no more, where it is not the caller's to know
     */
    Optional<MissingEpisode> openOf(UUID record, Caller by) {
        episodes.lockChild(record);
        var open = episodes.openOf(record);
        if (open.isPresent() && !episodes.isFor(open.get(), by)) {
            throw ReferralProblem.EPISODE_OPEN.because(
                    "Others look for the child. Your national desk puts you through.");
        }
        return open;
    }

    /** Within the work of somebody who has locked the child and found no open episode. */
    MissingEpisode begin(NewEpisode request, Caller by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        requireSeenBefore(request.lastSeenAt(), now);
        var record = request.personRecordId();
        texts.hold(record);
        var episode = new MissingEpisode();
        episode.id = UUID.randomUUID();
        episode.personRecordId = record;
        episode.agency = by.agency();
        episode.country = by.country();
        episode.kind = request.kind();
        episode.missingFrom = request.missingFrom();
        episode.lastSeenAt = request.lastSeenAt();
        episode.policeReference = request.policeReference();
        episode.sisReference = request.sisReference();
        if (request.circumstances() != null) {
            episode.circumstances = texts.seal(record, request.circumstances());
        }
        episode.openedBy = by.subject();
        episode.openedAt = now;
        episode.changedAt = now;
        episodes.persistAndFlush(episode);
        gates.begin(GatedWork.MISSING_EPISODE, episode.id, record, by.agency(), by.country());
        episodes.keepConflicts(episode);
        checklist.begin(episode);
        if (!alerts.openOf(episode).isEmpty()) {
            checklist.alertRaised(episode, now);
        }
        return episode;
    }

    static void requireSeenBefore(Instant lastSeen, Instant now) {
        if (lastSeen.isAfter(now)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Say when the child was seen last.")
                    .at("lastSeenAt", "must not be in the future");
        }
    }
}
