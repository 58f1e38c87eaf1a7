package eu.waymark.platform.persistence.access;

/** The database does not say which access policy is in force. */
public final class PolicyUnavailableException extends RuntimeException {

    PolicyUnavailableException(Throwable cause) {
        super("The access policy in force cannot be read", cause);
    }
}
