package eu.waymark.sandbox.setup;

/** Something a person at the keyboard can mend; the message is one complete line for them. */
public class SandboxProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxProblem(String message) {
        super(message);
    }

    public SandboxProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
