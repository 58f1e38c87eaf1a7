package eu.waymark.register.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when to when something of the directory can be chosen: the first day counts, the last does not. */
final class Validity {

    private Validity() {}

    static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
    }
}
