package eu.waymark.benchmarks;

/** Something a person at the keyboard can mend; the message is one complete line for them. */
final class BenchmarkProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchmarkProblem(String message) {
        super(message);
    }
}
