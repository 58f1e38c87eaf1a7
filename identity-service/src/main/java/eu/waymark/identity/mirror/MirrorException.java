package eu.waymark.identity.mirror;

import java.sql.SQLException;

/** The database could not say what has changed. */
final class MirrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MirrorException(String message, SQLException cause) {
        super(message, cause);
    }
}
