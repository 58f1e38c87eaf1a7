package eu.waymark.identity.record;

import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.Personal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A record that a search came upon.
 *
 * @param no its short name inside this database, which never leaves it
 */
public record FoundPerson(UUID id, long no, int version, String agency, String country, String tag, Sealed sealed)
        implements Personal {

    static FoundPerson of(ResultSet row) throws SQLException {
        return new FoundPerson(
                row.getObject("id", UUID.class),
                row.getLong("no"),
                row.getInt("version"),
                row.getString("agency"),
                row.getString("country"),
                row.getString("tag"),
                new Sealed(row.getBytes("wrapped_key"), row.getBytes("demographics")));
    }

    @Override
    public String toString() {
        return "FoundPerson[" + id + "]";
    }
}
