package eu.waymark.referral.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something falls due.
 *
 * @param at the first moment after the period
 * @param rule code of the rule and version of the document that gave it, such as {@code EN-DEC/1}
 * @param pace how the time until then goes by; absent where nobody reckoned it, and it is taken to go by evenly
 */
public record Due(Instant at, String rule, @Nullable Pace pace) {

    /** Without what is reckoned between start and end. */
    public Due(Instant at, String rule) {
        this(at, rule, null);
    }
}
