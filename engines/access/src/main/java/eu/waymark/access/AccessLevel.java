package eu.waymark.access;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of what is known about a child may be shown, from nothing to everything. */
public enum AccessLevel {
    NONE,
    /** Hit or no hit, and the national desk to call. */
    EXISTENCE,
    /** The kinds of risk and measure, and who is responsible. */
    SUMMARY,
    FULL;

    /** The level a question may ask for; nobody asks for nothing. */
    static Optional<AccessLevel> asked(@Nullable String name) {
        return Optional.ofNullable(name)
                .filter(text -> !text.equals(NONE.name()))
                .flatMap(text -> Arrays.stream(values())
                        .filter(level -> level.name().equals(text))
                        .findFirst());
    }

    /** The lower of two. */
    AccessLevel atMost(AccessLevel other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
