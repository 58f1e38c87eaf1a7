package eu.waymark.matching.cli;

/** Why a command cannot go on. The message names files, columns and options, never what a record says. */
final class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ToolException(String message) {
        super(message);
    }
}
