package eu.waymark.platform.persistence.erasure;

import java.sql.SQLException;

/** The database could not do its part of an erasure. */
final class ErasureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErasureException(SQLException cause) {
        super("The database could not do its part of an erasure", cause);
    }
}
