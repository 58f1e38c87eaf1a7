package eu.waymark.register.directory;

import eu.waymark.platform.web.problem.CommonProblem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when to when something of the directory can be chosen: the first day counts, the last does not. */
final class Validity {

    private Validity() {}

    static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 where it would end before it begins */
    static void require(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !to.isAfter(from)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Say from which day on it is valid, and from which day on no longer.")
                    .at("validTo", "must be after validFrom");
        }
    }
}
