package eu.waymark.platform.persistence.rotation;

import java.sql.SQLException;

/** Wrapped keys could not be read or written. */
class RotationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RotationException(SQLException cause) {
        super("Wrapped keys could not be read or written", cause);
    }
}
