package eu.waymark.matching.cli;

/** A line that says nothing usable. The message names what is wrong, never what the line says. */
final class BadLineException extends Exception {

    private static final long serialVersionUID = 1L;

    BadLineException(String message) {
        super(message);
    }
}
