package eu.waymark.matching.cli;

/** What the program says to the shell. */
final class ExitCode {

    static final int DONE = 0;
    static final int SOME_LINES_BAD = 1;
    static final int NOT_DONE = 2;

    private ExitCode() {}
}
