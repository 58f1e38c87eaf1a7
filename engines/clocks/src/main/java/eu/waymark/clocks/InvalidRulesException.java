package eu.waymark.clocks;

import org.jspecify.annotations.Nullable;

/** A rule document that is not read in full is not used at all. */
public final class InvalidRulesException extends RuntimeException {

    InvalidRulesException(String message, @Nullable Exception cause) {
        super(message, cause);
    }
}
