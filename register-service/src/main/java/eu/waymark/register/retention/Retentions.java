package eu.waymark.register.retention;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.retention.RetentionViews.Decision;
import eu.waymark.register.retention.RetentionViews.View;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How long everything that has ended is kept. Only within audited work. */
@Singleton
class Retentions implements PanacheRepositoryBase<Retention, UUID> {

    private static final String RULES = """
            from RetentionRule where key.place in :places
             and key.validFrom <= :day and (validTo is null or validTo > :day)""";

    private static final String ERASURE = "/api/identity/v1/persons/%s/erasure";

    private final Entries entries;
    private final Barriers barriers;
    private final RowCipher cipher;
    private final Clock clock;

    Retentions(Entries entries, Barriers barriers, RowCipher cipher, Clock clock) {
        this.entries = entries;
        this.barriers = barriers;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The rule of a place, or of its country, or Waymark's own, that is in force on the day of an end. */
    RetentionRule ruleFor(String place, LocalDate end) {
        var places = List.of(place, place.split("-", 2)[0], RetentionRule.ANY);
        return getEntityManager()
                .createQuery(RULES, RetentionRule.class)
                .setParameter("places", places)
                .setParameter("day", end)
                .getResultStream()
                .min(Comparator.comparing(rule -> places.indexOf(rule.key.place())))
                .orElseThrow(() -> new IllegalStateException("There is always a rule for any place"));
    }

    RetentionRule ruleOf(Retention retention) {
        return getEntityManager().find(RetentionRule.class, new RetentionRule.Key(retention.rule, retention.ruleFrom));
    }

    /** Those of an agency that nothing keeps the caller from, the first due first. */
    List<Retention> of(String holder, boolean onlyDue, Optional<Cursor> after, int limit) {
        var where = "holder = :holder and " + Barriers.NONE_BEFORE_ENTRY + (onlyDue ? " and warnOn <= :today" : "");
        var parameters = Parameters.with("holder", holder);
        barriers.caller().forEach(parameters::and);
        if (onlyDue) {
            parameters.and("today", LocalDate.now(clock));
        }
        if (after.isPresent()) {
            where += " and (dueOn, entryId) > (:day, :id)";
            parameters
                    .and("day", LocalDate.ofInstant(after.get().time(), ZoneOffset.UTC))
                    .and("id", after.get().id());
        }
        return find(where + " order by dueOn, entryId", parameters)
                .range(0, limit)
                .list();
    }

    static Cursor place(Retention retention) {
        return new Cursor(retention.dueOn.atStartOfDay(ZoneOffset.UTC).toInstant(), retention.entryId);
    }

    View listed(Retention retention) {
        return view(retention, Optional.empty());
    }

    View view(Retention retention) {
        var decisions = getEntityManager()
                .createQuery(
                        "from RetentionDecision where entryId = :of order by decidedAt, id", RetentionDecision.class)
                .setParameter("of", retention.entryId)
                .getResultStream()
                .map(one -> new Decision(one.kind, one.dueOn, open(one), one.decidedAt))
                .toList();
        return view(retention, Optional.of(decisions));
    }

    private View view(Retention retention, Optional<List<Decision>> decisions) {
        var record = entries.childOf(retention.entryId);
        return new View(
                retention.entryId,
                record,
                retention.rule,
                retention.dueOn,
                !LocalDate.now(clock).isBefore(retention.dueOn),
                retention.held,
                retention.letGoAt,
                retention.letGoAt == null ? null : ERASURE.formatted(record),
                decisions.orElse(null),
                retention.version);
    }

    void seal(RetentionDecision decision, String reason) {
        var sealed = cipher.seal(reason.getBytes(StandardCharsets.UTF_8), context(decision.id));
        decision.wrappedKey = sealed.wrappedKey();
        decision.reason = sealed.ciphertext();
    }

    private String open(RetentionDecision decision) {
        return new String(
                cipher.open(new Sealed(decision.wrappedKey, decision.reason), context(decision.id)),
                StandardCharsets.UTF_8);
    }

    private static byte[] context(UUID id) {
        return ("retention_decision:" + id).getBytes(StandardCharsets.UTF_8);
    }
}
