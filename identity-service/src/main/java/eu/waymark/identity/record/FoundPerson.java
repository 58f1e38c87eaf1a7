package eu.waymark.identity.record;

import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.Personal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a search came upon.
 *
 * @param no its short name inside this database, which never leaves it
 * @param identity which records of one child share, once people have linked them; null where that was not asked for
 * @param restricted whether it is to be shown to no other agency; false where that was not asked for
 */
public record FoundPerson(
        UUID id,
        long no,
        int version,
        String agency,
        String country,
        String tag,
        Sealed sealed,
        @Nullable UUID identity,
        boolean restricted)
        implements Personal {

    static FoundPerson of(ResultSet row) throws SQLException {
        return of(row, null, false);
    }

    static FoundPerson candidate(ResultSet row) throws SQLException {
        return of(row, row.getObject("identity_id", UUID.class), row.getBoolean("restricted"));
    }

    private static FoundPerson of(ResultSet row, @Nullable UUID identity, boolean restricted) throws SQLException {
        return new FoundPerson(
                row.getObject("id", UUID.class),
                row.getLong("no"),
                row.getInt("version"),
                row.getString("agency"),
                row.getString("country"),
                row.getString("tag"),
                new Sealed(row.getBytes("wrapped_key"), row.getBytes("demographics")),
                identity,
                restricted);
    }

    @Override
    public String toString() {
        return "FoundPerson[" + id + "]";
    }
}
