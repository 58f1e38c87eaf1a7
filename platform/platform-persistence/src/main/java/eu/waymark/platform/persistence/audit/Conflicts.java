package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises what the database refuses because somebody else was faster, which is the caller's to resolve. */
final class Conflicts {

    /** unique_violation, exclusion_violation, serialization_failure, deadlock_detected, lock_not_available */
    private static final Set<String> STATES = Set.of("23505", "23P01", "40001", "40P01", "55P03");

    private Conflicts() {}

    static Optional<ProblemException> translate(Throwable fault) {
        var lost = Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(Conflicts::isConflict);
        return lost
                ? Optional.of(CommonProblem.CONFLICT.because(
                        "Somebody else changed this first. Read it again and decide anew."))
                : Optional.empty();
    }

    private static boolean isConflict(Throwable fault) {
        return fault instanceof OptimisticLockException
                || fault instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()));
    }
}
