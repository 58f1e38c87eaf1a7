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
 */
public record NewWork(
        WorkKind kind,
        UUID reference,
        UUID personRecordId,
        String agency,
        Instant startedAt,
        @Nullable Due due) {}
