package eu.waymark.platform.web.problem;

import java.util.Optional;

/** Tells what a caller can do about a fault of something that this module does not know, a database for one. */
public interface FaultTranslation {

    /** Empty where the fault is ours, and the caller can do nothing. */
    Optional<ProblemException> translate(Throwable fault);
}
