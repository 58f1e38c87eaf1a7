package eu.waymark.identity.imports;

import java.sql.SQLException;

/** The database could not do what an import asked. */
final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportException(String message, SQLException cause) {
        super(message, cause);
    }
}
