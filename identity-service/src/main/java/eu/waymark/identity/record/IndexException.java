package eu.waymark.identity.record;

import java.sql.SQLException;

/** The database could not do what the blocking index asked. */
final class IndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexException(String message, SQLException cause) {
        super(message, cause);
    }
}
