package eu.waymark.matching.score;

import org.jspecify.annotations.Nullable;

/**
 * A record that blocking brought up.
 *
 * @param record the caller's handle, returned untouched
 * @param identity equal for records that people have linked already, so that they do not spoil each other's margin;
 *     null for a record that stands alone
 * @param demographics what it says
 */
public record Candidate<T>(T record, @Nullable Object identity, Prepared demographics) {

    /** A record that is linked to no other. */
    public static <T> Candidate<T> alone(T record, Prepared demographics) {
        return new Candidate<>(record, null, demographics);
    }
}
