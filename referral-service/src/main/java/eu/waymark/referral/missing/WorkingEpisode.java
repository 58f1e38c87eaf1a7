package eu.waymark.referral.missing;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.access.Permits;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of one episode by a worker of its agency who has seen how it stands, in one transaction with its event. */
@Singleton
class WorkingEpisode {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Episodes episodes;
    private final EpisodeViews views;
    private final Clock clock;

    WorkingEpisode(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Episodes episodes,
            EpisodeViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.episodes = episodes;
        this.views = views;
        this.clock = clock;
    }

    /** What is done to an episode that nobody else changes meanwhile. */
    @FunctionalInterface
    interface Change {
        void apply(MissingEpisode episode, Caller by, Trail trail);
    }

    EpisodeView read(UUID id, AuditEventType event) {
        return audited.run(event, trail -> {
            permits.requireAny(Action.WORK_MISSING);
            return views.of(episodes.known(id, caller.get(), LockModeType.NONE, trail), caller.get());
        });
    }

    EpisodeView change(UUID id, @Nullable String ifMatch, AuditEventType event, Change change) {
        return audited.run(event, trail -> {
            permits.requireAny(Action.WORK_MISSING);
            var by = caller.get();
            var episode = episodes.known(id, by, LockModeType.PESSIMISTIC_WRITE, trail);
            Versions.require(ifMatch, episode.version);
            episodes.lockChild(episode.personRecordId);
            // Whatever changed that belongs to the episode, its ETag stands for all of it.
            episode.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            change.apply(episode, by, trail);
            episodes.flush();
            return views.of(episode, by);
        });
    }
}
