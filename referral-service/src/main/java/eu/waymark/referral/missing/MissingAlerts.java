package eu.waymark.referral.missing;

import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The register's alerts for missing children. Only within audited work. */
@Singleton
class MissingAlerts implements PanacheRepositoryBase<MissingAlert, UUID> {

    private final Episodes episodes;
    private final Clocks clocks;
    private final WorkItems work;

    MissingAlerts(Episodes episodes, Clocks clocks, WorkItems work) {
        this.episodes = episodes;
        this.clocks = clocks;
        this.work = work;
    }

    /** Those for the child that were not over when the episode began. */
    List<MissingAlert> of(MissingEpisode episode) {
        return list(
                "personRecordId in ?1 and agency = ?2 and (endedAt is null or endedAt >= ?3) order by raisedAt, alertId",
                episodes.sameChild(episode.personRecordId),
                episode.agency,
                episode.openedAt);
    }

    List<MissingAlert> openOf(MissingEpisode episode) {
        return of(episode).stream().filter(alert -> alert.endedAt == null).toList();
    }

    /** Nobody looks for a child that is back: whoever raised the alert ends it in the register, at once. */
    void askForEnd(MissingEpisode episode, Instant at) {
        if (!openOf(episode).isEmpty()) {
            work.open(new NewWork(
                    WorkKind.END_ALERT,
                    episode.id,
                    episode.personRecordId,
                    episode.agency,
                    at,
                    clocks.due(Duty.END_ALERT, episode.agency, episode.country, at)));
        }
    }

    /** Where the register tells of an alert only when the child is back already, it is to be ended too. */
    void raisedLate(MissingAlert alert, Instant raisedAt) {
        episodes.backSince(alert.personRecordId, alert.agency, raisedAt).stream()
                .filter(episode -> !work.isOpen(WorkKind.END_ALERT, episode.id, episode.agency))
                .forEach(episode -> askForEnd(episode, episode.overAt()));
    }

    /** The register has told that an alert ended; of the child's episodes none waits for it any more. */
    void ended(UUID record, String agency) {
        episodes.list("personRecordId in ?1 and agency = ?2", episodes.sameChild(record), agency).stream()
                .filter(episode -> openOf(episode).isEmpty())
                .forEach(episode -> work.close(WorkKind.END_ALERT, episode.id, "alert-ended"));
    }
}
