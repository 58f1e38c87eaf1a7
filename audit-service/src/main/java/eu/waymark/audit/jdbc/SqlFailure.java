package eu.waymark.audit.jdbc;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** The database refused a statement. */
public final class SqlFailure extends RuntimeException {

    private final String state;

    public SqlFailure(SQLException cause) {
        super("The database refused a statement with SQLSTATE " + cause.getSQLState(), cause);
        this.state = String.valueOf(cause.getSQLState());
    }

    /** Whether what was to be written is at fault: values out of range, broken constraints, limits of the format. */
    public boolean isAboutData() {
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /** Whether somebody else held a lock for longer than one waits (lock_not_available). */
    public boolean isWaitInVain() {
        return state.equals("55P03");
    }

    /** Whether the statement broke the constraint of this name. */
    public boolean violates(String constraint) {
        for (var at = (Throwable) getCause(); at != null; at = at.getCause()) {
            if (at instanceof PSQLException refused
                    && refused.getServerErrorMessage() != null
                    && constraint.equals(refused.getServerErrorMessage().getConstraint())) {
                return true;
            }
        }
        return false;
    }
}
