package eu.waymark.log.verifier;

/** How a check ends, with the exit code that scripts rely on. */
enum Verdict {
    VERIFIED(0, "VERIFIED"),
    REFUTED(1, "REFUTED"),
    UNDECIDED(2, "COULD NOT TELL");

    private final int exitCode;
    private final String title;

    Verdict(int exitCode, String title) {
        this.exitCode = exitCode;
        this.title = title;
    }

    int exitCode() {
        return exitCode;
    }

    String title() {
        return title;
    }
}
