package eu.waymark.referral.work;

import eu.waymark.referral.clock.Due;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agency has to do from now on.
 *
 * @param reference the thing it is about
 * @param due absent where no clock runs
 * @param desk of that agency; absent where it lies before the whole agency
 * @param awaitedBy the agency that waits for it: told, with the one that has to do it, when it is overdue
 */
public record NewWork(
        WorkKind kind,
        UUID reference,
        UUID personRecordId,
        String agency,
        Instant startedAt,
        @Nullable Due due,
        @Nullable String desk,
        @Nullable String awaitedBy) {

    /** Before the whole agency, and nobody else waits for it. */
    public NewWork(
            WorkKind kind, UUID reference, UUID personRecordId, String agency, Instant startedAt, @Nullable Due due) {
        this(kind, reference, personRecordId, agency, startedAt, due, null, null);
    }

    /** The same on a desk of its agency. */
    public NewWork at(@Nullable String toDesk) {
        return new NewWork(kind, reference, personRecordId, agency, startedAt, due, toDesk, awaitedBy);
    }

    /** The same with another agency that waits for it. */
    public NewWork awaitedBy(String waiting) {
        return new NewWork(kind, reference, personRecordId, agency, startedAt, due, desk, waiting);
    }
}
