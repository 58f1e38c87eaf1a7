package eu.waymark.register.reminder;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Tells the holder, once for each due day, that a review is due within two weeks or overdue; and once that a child is of
 * age, whereupon the closing review is due within four weeks (architecture, invariant 5). Each is a transaction with its
 * event; of several replicas one writes it, since the reminder has a key.
 */
@Singleton
class RemindingReviews {

    private static final int MOST = 2_000;
    private static final int SOON_DAYS = 14;
    private static final int CLOSING_DAYS = 28;
    private static final String FIND =
            "select entry_id, kind, cast(due_on as text) from reviews_to_remind(:today, :soon, :most)";
    private static final String NOTE =
            "insert into review_reminder (entry_id, kind, due_on, told_at) values (:entry, :kind, :due, :at) on conflict do nothing";

    private final EntityManager entities;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final DueWork due;
    private final Clock clock;

    RemindingReviews(
            EntityManager entities,
            Entries entries,
            Directory directory,
            Notifications notifications,
            DueWork due,
            Clock clock) {
        this.entities = entities;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.due = due;
        this.clock = clock;
    }

    private record Reminder(UUID entryId, NotificationKind kind, LocalDate dueOn) {

        static Reminder of(Object[] row) {
            var kind = Arrays.stream(NotificationKind.values())
                    .filter(known -> known.code().equals(row[1]))
                    .findFirst()
                    .orElseThrow();
            return new Reminder((UUID) row[0], kind, LocalDate.parse((String) row[2]));
        }
    }

    @Scheduled(
            every = "{waymark.register.reviews-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(this::due, RegisterEvent.REVIEW_REMINDED, this::remind);
    }

    private List<Reminder> due() {
        var today = LocalDate.now(clock);
        List<?> rows = entities.createNativeQuery(FIND, Object[].class)
                .setParameter("today", today)
                .setParameter("soon", today.plusDays(SOON_DAYS))
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Reminder::of).toList();
    }

    private boolean remind(Reminder reminder, Trail trail) {
        trail.resource(reminder.entryId().toString());
        trail.note("kind", reminder.kind().code());
        var isNew = note(reminder);
        if (isNew) {
            entries.trace(List.of(reminder.entryId()), trail);
            if (reminder.kind() == NotificationKind.MAJORITY_REACHED) {
                entries.reviewBy(reminder.entryId(), LocalDate.now(clock).plusDays(CLOSING_DAYS));
            }
            var holder = entries.holderOf(reminder.entryId()).orElseThrow();
            notifications.tellNationally(
                    holder,
                    reminder.kind(),
                    reminder.entryId(),
                    entries.childOf(reminder.entryId()),
                    directory.countryOf(holder).orElse(""));
        }
        return isNew;
    }

    private boolean note(Reminder reminder) {
        return entities.createNativeQuery(NOTE)
                        .setParameter("entry", reminder.entryId())
                        .setParameter("kind", reminder.kind().code())
                        .setParameter("due", reminder.dueOn())
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
    }
}
