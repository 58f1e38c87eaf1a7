package eu.waymark.platform.web.problem;

/** A kind of problem. Each service lists its own in one enum; {@link CommonProblem} lists those that all share. */
public interface ProblemType {

    /** Stable machine-readable name in kebab case, the last part of the problem's type URI. */
    String slug();

    /** HTTP status of a response that reports this problem. */
    int status();

    /** Short human-readable summary, the same for every occurrence. */
    String title();

    /**
     * A problem of this type, to be thrown.
     *
     * @param detail what is wrong, where, and what to do about it; never a value the caller sent
     */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }
}
