package eu.waymark.referral.worker;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.work.WorkHolders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who works with which agency's worklist. Nobody keeps a list of staff for this service: a person is known from the first
 * time on that the issuer's token said so, and is no longer when the agency says so or a token names another agency. Only
 * inside audited work.
 */
@ApplicationScoped
public class Colleagues {

    /** So often it is written that somebody was here again. */
    private static final Duration NOTED = Duration.ofHours(12);

    /** A token that was issued before somebody left is no sign that the person is back. */
    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(10);

    private static final String STAYING =
            "select subject from worker where agency = ?1 and left_at is null and subject = ?2 for share";

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final WorkHolders holders;
    private final Clock clock;

    Colleagues(EntityManager entities, CurrentCaller caller, WorkHolders holders, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.holders = holders;
        this.clock = clock;
    }

    private record Known(
            String agency,
            String desk,
            Instant seenAt,
            @Nullable Instant leftAt) {

        static Known of(Tuple row) {
            return new Known(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, Instant.class),
                    row.get(3, Instant.class));
        }
    }

    /** Notes that the caller works for the agency that the token names; what was on the desk of another one stays there. */
    public void seen() {
        var by = caller.get();
        var now = clock.instant();
        var known = known(by.subject());
        if (known.filter(one -> isCurrent(one, now)).isPresent()) {
            return;
        }
        if (known.filter(one -> !one.agency().equals(by.agency())).isPresent()) {
            leave(by.subject(), known.get().agency());
        }
        note(now);
    }

    /**
     * Does not leave until the transaction ends.
     *
     * @throws ProblemException 422 on the field {@code worker} for anybody who is not known at the agency
     */
    public String require(String subject, String agency) {
        return rows(STAYING, agency, subject)
                .findFirst()
                .map(row -> row.get(0, String.class))
                .orElseThrow(() -> CommonProblem.INVALID_FIELDS
                        .because(
                                "Choose somebody from /api/referral/v1/worklist/workers; who has never opened the worklist is not there.")
                        .at("worker", "does not work with your agency's worklist"));
    }

    /** Whether somebody works with the agency's worklist. */
    boolean isKnown(String subject, String agency) {
        return of(agency, subject).findFirst().isPresent();
    }

    /** Who does the worker's work now: that person, or the deputy; empty where it waits for the end of the absence. */
    public Optional<String> standingInFor(String worker) {
        return rows("select worker_now(?1)", worker).findFirst().map(row -> row.get(0, String.class));
    }

    /** Those who work with an agency's worklist, at most 1,000. */
    List<Colleague> of(String agency) {
        return of(agency, null).toList();
    }

    /**
     * Gives a leaving worker's open items back to the desk, and ends what was planned with the person.
     *
     * @return the items that came back
     */
    List<UUID> leave(String subject, String agency) {
        entities.createNativeQuery("update worker set left_at = :now where subject = :worker")
                .setParameter("now", clock.instant())
                .setParameter("worker", subject)
                .executeUpdate();
        entities.createNativeQuery("update absence set state = 'ENDED', version = version + 1"
                        + " where worker = :worker and state <> 'ENDED'")
                .setParameter("worker", subject)
                .executeUpdate();
        entities.createNativeQuery("update absence set deputy = null, version = version + 1"
                        + " where deputy = :worker and state <> 'ENDED'")
                .setParameter("worker", subject)
                .executeUpdate();
        var returned = holders.release(subject, agency);
        holders.recompute(subject);
        return returned;
    }

    private boolean isCurrent(Known known, Instant now) {
        return known.agency().equals(caller.get().agency())
                && known.desk().equals(caller.desk())
                && (known.leftAt() == null
                        ? known.seenAt().plus(NOTED).isAfter(now)
                        : known.leftAt().plus(LONGEST_TOKEN).isAfter(now));
    }

    private void note(Instant now) {
        var by = caller.get();
        entities.createNativeQuery("""
                        insert into worker (subject, agency, desk, name, seen_at) values (:subject, :agency,
                            nullif(:desk, ''), nullif(:name, ''), :now)
                        on conflict (subject) do update set agency = excluded.agency, desk = excluded.desk,
                            name = excluded.name, seen_at = excluded.seen_at, left_at = null""")
                .setParameter("subject", by.subject())
                .setParameter("agency", by.agency())
                .setParameter("desk", caller.desk())
                .setParameter("name", by.name())
                .setParameter("now", now)
                .executeUpdate();
    }

    private Optional<Known> known(String subject) {
        return rows("select agency, coalesce(desk, ''), seen_at, left_at from worker where subject = ?1", subject)
                .map(Known::of)
                .findFirst();
    }

    private Stream<Colleague> of(String agency, @Nullable String subject) {
        var one = subject == null ? "" : " and subject = ?2";
        var select = "select subject, name, desk from worker where agency = ?1 and left_at is null" + one
                + " order by name, subject limit 1000";
        return (subject == null ? rows(select, agency) : rows(select, agency, subject))
                .map(row ->
                        new Colleague(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)));
    }

    private Stream<Tuple> rows(String select, String... arguments) {
        var query = entities.createNativeQuery(select, Tuple.class);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast);
    }
}
