package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recognises what the caller can do something about: somebody else was faster, or the database cannot answer now. */
final class DatabaseFaults {

    /** unique_violation, exclusion_violation, serialization_failure, deadlock_detected, lock_not_available */
    private static final Set<String> CONFLICTS = Set.of("23505", "23P01", "40001", "40P01", "55P03");

    /** connection_exception, insufficient_resources, operator_intervention */
    private static final List<String> AWAY = List.of("08", "53", "57P");

    /** Of the pool when all connections are in use for too long; it gives no state. */
    private static final String POOL_IS_EMPTY = "acquisition timeout";

    private static final int DEEPEST = 10;
    private static final int SECONDS_TO_WAIT = 5;

    private DatabaseFaults() {}

    static Optional<ProblemException> translate(Throwable fault) {
        if (causes(fault, DatabaseFaults::isConflict)) {
            return Optional.of(
                    CommonProblem.CONFLICT.because("Somebody else changed this first. Read it again and decide anew."));
        }
        return away(fault);
    }

    static Optional<ProblemException> away(Throwable fault) {
        if (!causes(fault, DatabaseFaults::isAway)) {
            return Optional.empty();
        }
        return Optional.of(CommonProblem.DATABASE_UNAVAILABLE
                .because("Try again in a moment; a change is safe to repeat under the same Idempotency-Key.")
                .retryAfter(SECONDS_TO_WAIT));
    }

    private static boolean causes(Throwable fault, Predicate<Throwable> kind) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(kind);
    }

    private static boolean isConflict(Throwable fault) {
        return fault instanceof OptimisticLockException
                || fault instanceof SQLException sql && CONFLICTS.contains(String.valueOf(sql.getSQLState()));
    }

    private static boolean isAway(Throwable fault) {
        if (!(fault instanceof SQLException sql)) {
            return false;
        }
        var state = sql.getSQLState();
        return state == null
                ? String.valueOf(sql.getMessage()).contains(POOL_IS_EMPTY)
                : AWAY.stream().anyMatch(state::startsWith);
    }
}
