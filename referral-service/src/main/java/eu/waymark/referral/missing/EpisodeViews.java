package eu.waymark.referral.missing;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.referral.missing.EpisodeView.Alerted;
import eu.waymark.referral.missing.EpisodeView.Expected;
import eu.waymark.referral.missing.EpisodeView.Found;
import eu.waymark.referral.missing.EpisodeView.Interview;
import eu.waymark.referral.missing.EpisodeView.Repeats;
import eu.waymark.referral.person.ChildTexts;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows an episode to a worker of the agency, with what that worker may read of it. Only within audited work. */
@Singleton
class EpisodeViews {

    private static final Duration NINETY_DAYS = Duration.ofDays(90);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final EntityManager entities;
    private final Episodes episodes;
    private final Checklist checklist;
    private final MissingAlerts alerts;
    private final ChildTexts texts;

    EpisodeViews(
            EntityManager entities, Episodes episodes, Checklist checklist, MissingAlerts alerts, ChildTexts texts) {
        this.entities = entities;
        this.episodes = episodes;
        this.checklist = checklist;
        this.alerts = alerts;
        this.texts = texts;
    }

    EpisodeView of(MissingEpisode e, Caller by) {
        return new EpisodeView(
                e.id,
                e.personRecordId,
                e.kind,
                e.missingFrom,
                e.lastSeenAt,
                open(e, e.circumstances),
                e.policeReference,
                e.sisReference,
                e.openedAt,
                e.status,
                found(e, by),
                expected(e),
                alerts.of(e).stream()
                        .map(a -> new Alerted(a.alertId, a.raisedAt, a.endedAt, a.outcome))
                        .toList(),
                interview(e),
                repeats(e),
                e.endedAt,
                open(e, e.endReason),
                e.version);
    }

    private @Nullable Found found(MissingEpisode e, Caller by) {
        if (e.foundHow == null || e.foundAt == null) {
            return null;
        }
        var place = e.showsPlaceTo(by.subject()) ? open(e, e.foundPlace) : null;
        return new Found(e.foundHow, e.foundAt, open(e, e.foundNote), place);
    }

    private List<Expected> expected(MissingEpisode e) {
        var words = checklist.words(e);
        return checklist.of(e).stream()
                .map(a -> new Expected(
                        a.action,
                        words.getOrDefault(a.action, a.action),
                        a.dueAt,
                        a.outcome,
                        open(e, a.reason),
                        a.doneBy,
                        a.doneAt))
                .toList();
    }

    private @Nullable Interview interview(MissingEpisode e) {
        var i = entities.find(ReturnInterview.class, e.id);
        return i == null
                ? null
                : new Interview(
                        i.status,
                        i.dueAt,
                        i.dueRule,
                        i.offeredAt,
                        i.endedAt,
                        i.heldBy,
                        i.reasons,
                        open(e, i.words),
                        i.version);
    }

    private Repeats repeats(MissingEpisode e) {
        return Repeats.of(
                episodes.since(e.personRecordId, e.openedAt.minus(NINETY_DAYS)),
                episodes.since(e.personRecordId, e.openedAt.minus(A_YEAR)));
    }

    private @Nullable String open(MissingEpisode e, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(e.personRecordId, sealed);
    }
}
