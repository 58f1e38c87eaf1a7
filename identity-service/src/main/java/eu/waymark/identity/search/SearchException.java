package eu.waymark.identity.search;

import java.sql.SQLException;

/** The database could not keep what belongs to a search. */
final class SearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchException(String message, SQLException cause) {
        super(message, cause);
    }
}
