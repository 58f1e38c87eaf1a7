package eu.waymark.referral.worklist;

import eu.waymark.platform.web.paging.Cursor;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item of work as the worklist reads it; which child it is about is for the audit trail alone. */
record ListedWork(
        UUID id,
        String kind,
        UUID reference,
        UUID personRecordId,
        @Nullable String desk,
        @Nullable String awaitedBy,
        Clocked clocked,
        Held held,
        int version,
        Cursor place) {

    /** Its clock. */
    record Clocked(
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable String rule,
            @Nullable Instant half,
            @Nullable Instant fourFifths,
            @Nullable Instant pausedAt,
            @Nullable Instant escalatedAt) {

        boolean isOverdue(Instant now) {
            return pausedAt == null && dueAt != null && dueAt.isBefore(now);
        }

        /** Percent gone, of a clock that stands where it was paused; empty where nothing is due. */
        Optional<Integer> gone(Instant now) {
            if (dueAt == null || half == null || fourFifths == null) {
                return Optional.empty();
            }
            var at = pausedAt == null ? now : pausedAt;
            return Optional.of(new Elapsed(startedAt, half, fourFifths, dueAt).percentAt(at));
        }
    }

    /** Whose it is, and who does it now. */
    record Held(
            @Nullable String assignedTo,
            @Nullable String heldBy,
            @Nullable String name) {}

    static final String COLUMNS = """
            w.id, w.kind, w.reference, w.person_record_id, w.desk, w.awaited_by, w.started_at, w.due_at, w.due_rule,
            w.remind_50_at, w.remind_80_at, w.paused_at, w.escalated_at, w.assigned_to, w.held_by, h.name, w.version, w.sort_at
             from work_item w left join worker h on h.subject = w.held_by""";

    static ListedWork of(Tuple row) {
        var id = row.get(0, UUID.class);
        return new ListedWork(
                id,
                row.get(1, String.class),
                row.get(2, UUID.class),
                row.get(3, UUID.class),
                row.get(4, String.class),
                row.get(5, String.class),
                new Clocked(
                        row.get(6, Instant.class),
                        row.get(7, Instant.class),
                        row.get(8, String.class),
                        row.get(9, Instant.class),
                        row.get(10, Instant.class),
                        row.get(11, Instant.class),
                        row.get(12, Instant.class)),
                new Held(row.get(13, String.class), row.get(14, String.class), row.get(15, String.class)),
                row.get(16, Integer.class),
                new Cursor(row.get(17, Instant.class), id));
    }
}
