package eu.waymark.referral.missing;

import eu.waymark.referral.clock.Due;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is expected while a child is missing: one piece of work whose clock is that of what comes next. Only within audited work. */
@Singleton
class Checklist {

    private static final String REGISTER = "register";
    private static final String RULE = "MISSING-EXPECTATIONS/1";
    private static final String EXPECTED =
            "select action, place, due_hours from missing_expectation where missing_from = :from order by place";
    private static final String WORDS = "select action, words from missing_expectation where missing_from = :from";

    private final EntityManager entities;
    private final WorkItems work;

    Checklist(EntityManager entities, WorkItems work) {
        this.entities = entities;
        this.work = work;
    }

    void begin(MissingEpisode episode) {
        for (var row : rows(EXPECTED, episode)) {
            var expected = new MissingAction();
            expected.id = UUID.randomUUID();
            expected.episodeId = episode.id;
            expected.action = row.get(0, String.class);
            expected.place = row.get(1, Number.class).intValue();
            expected.dueAt = episode.openedAt.plus(
                    Duration.ofHours(row.get(2, Number.class).longValue()));
            entities.persist(expected);
        }
        entities.flush();
        work.open(new NewWork(
                WorkKind.MISSING_ACTIONS,
                episode.id,
                episode.personRecordId,
                episode.agency,
                episode.openedAt,
                next(episode).orElseThrow()));
    }

    /** In the order in which they are expected. */
    List<MissingAction> of(MissingEpisode episode) {
        return entities.createQuery("from MissingAction where episodeId = :id order by place", MissingAction.class)
                .setParameter("id", episode.id)
                .getResultList();
    }

    Optional<MissingAction> find(MissingEpisode episode, String action) {
        return of(episode).stream()
                .filter(expected -> expected.action.equals(action))
                .findFirst();
    }

    /** What is next has its hour; when nothing is left the work is done. */
    void answer(MissingEpisode episode, MissingAction expected, String outcome, String by, Instant at) {
        expected.answer(outcome, by, at);
        entities.flush();
        next(episode)
                .ifPresentOrElse(
                        due -> work.runOn(WorkKind.MISSING_ACTIONS, episode.id, episode.agency, episode.openedAt, due),
                        () -> work.close(WorkKind.MISSING_ACTIONS, episode.id, outcome));
    }

    /** The register has raised the alert: nobody need do it any more. */
    void alertRaised(MissingEpisode episode, Instant at) {
        find(episode, MissingAction.RAISE_ALERT)
                .filter(MissingAction::isOpen)
                .ifPresent(expected -> answer(episode, expected, MissingAction.DONE, REGISTER, at));
    }

    /** The child is back, or never was away: what is left need not be done any more. */
    void overtake(MissingEpisode episode, String by, Instant at) {
        of(episode).stream()
                .filter(MissingAction::isOpen)
                .forEach(expected -> expected.answer(MissingAction.OVERTAKEN, by, at));
        work.close(WorkKind.MISSING_ACTIONS, episode.id, MissingAction.OVERTAKEN);
    }

    private Optional<Due> next(MissingEpisode episode) {
        return of(episode).stream()
                .filter(MissingAction::isOpen)
                .map(expected -> new Due(expected.dueAt, RULE))
                .min(Comparator.comparing(Due::at));
    }

    /** The words of each action. */
    Map<String, String> words(MissingEpisode episode) {
        return rows(WORDS, episode).stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

    private List<Tuple> rows(String sql, MissingEpisode episode) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("from", episode.missingFrom)
                .getResultList();
    }
}
