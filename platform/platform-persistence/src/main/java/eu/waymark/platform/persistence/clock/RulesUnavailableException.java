package eu.waymark.platform.persistence.clock;

/** The database does not say which rules of clocks are in force. */
public final class RulesUnavailableException extends RuntimeException {

    RulesUnavailableException(Throwable cause) {
        super("The rules of clocks in force cannot be read", cause);
    }
}
