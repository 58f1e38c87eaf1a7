package eu.waymark.register.entry;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.barrier.Barriers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries of the caller's agency by when their review is due. Only within audited work. */
@Singleton
class ReviewsDue {

    private static final String OVERDUE = "overdue";
    private static final int SOON_DAYS = 30;
    private static final UUID FIRST = new UUID(0, 0);

    private final Entries entries;
    private final Barriers barriers;
    private final CurrentCaller caller;
    private final Clock clock;

    ReviewsDue(Entries entries, Barriers barriers, CurrentCaller caller, Clock clock) {
        this.entries = entries;
        this.barriers = barriers;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param which {@code overdue}, or {@code due-soon}: from today on, for 30 days */
    List<Entry> list(String which, Optional<Cursor> after, int limit) {
        var today = LocalDate.now(clock);
        var isOverdue = which.equals(OVERDUE);
        var parameters = new HashMap<String, Object>(barriers.caller());
        parameters.put("holder", caller.get().agency());
        parameters.put("from", isOverdue ? LocalDate.EPOCH : today);
        parameters.put("until", isOverdue ? today : today.plusDays(SOON_DAYS));
        parameters.put("on", after.map(ReviewsDue::day).orElse(LocalDate.EPOCH));
        parameters.put("id", after.map(Cursor::id).orElse(FIRST));
        return entries.find(
                        "holder = :holder and status = 'active' and reviewDueOn >= :from and reviewDueOn < :until"
                                + " and (reviewDueOn, id) > (:on, :id) and " + Barriers.NONE_BEFORE_ID
                                + " order by reviewDueOn, id",
                        parameters)
                .range(0, limit)
                .list();
    }

    static Cursor place(Entry entry) {
        var due = Optional.ofNullable(entry.reviewDueOn).orElse(LocalDate.EPOCH);
        return new Cursor(due.atStartOfDay(ZoneOffset.UTC).toInstant(), entry.id);
    }

    private static LocalDate day(Cursor cursor) {
        return cursor.time().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
