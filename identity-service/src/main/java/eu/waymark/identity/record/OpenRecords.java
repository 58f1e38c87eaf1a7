package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads many records at once, for what is made of them in memory. Every use belongs inside audited work. */
@ApplicationScoped
public class OpenRecords {

    private static final String SELECT = """
            select id, version, agency, country, tag, wrapped_key, demographics
            from person where id = any(?::uuid[])""";

    private final AgroalDataSource database;
    private final DemographicsVault vault;

    OpenRecords(AgroalDataSource database, DemographicsVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Records by id; those that are not there any more are left out. */
    public Map<UUID, FoundPerson> find(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var found = new HashMap<UUID, FoundPerson>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var person = FoundPerson.of(rows);
                    found.put(person.id(), person);
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IndexException("Person records could not be read", failed);
        }
    }

    /** Who the record is about. */
    public Demographics open(FoundPerson person) {
        return vault.open(person.id(), person.version(), person.sealed());
    }
}
