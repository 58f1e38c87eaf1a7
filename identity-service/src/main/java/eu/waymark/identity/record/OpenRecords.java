package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads many records at once, for what is made of them in memory. Every use belongs inside audited work. */
@ApplicationScoped
public class OpenRecords {

    private static final String SELECT = """
            select id, no, version, agency, country, tag, wrapped_key, demographics
            from person where id = any(?::uuid[])""";

    private static final String PAGE = """
            select id, no, version, agency, country, tag, wrapped_key, demographics
            from person where id > ? order by id limit ?""";

    private static final String MIRRORED = "select * from mirrored(?)";

    private final AgroalDataSource database;
    private final DemographicsVault vault;

    OpenRecords(AgroalDataSource database, DemographicsVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Records in the order of their ids. */
    public List<FoundPerson> after(UUID id, int most) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, id);
            select.setInt(2, most);
            var page = new ArrayList<FoundPerson>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(FoundPerson.of(rows));
                }
            }
            return page;
        } catch (SQLException failed) {
            throw new IndexException("Person records could not be read", failed);
        }
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

    /** Records by the numbers by which a mirror calls them, in that order; those that are gone are left out. */
    public List<FoundPerson> mirrored(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(MIRRORED)) {
            select.setObject(1, numbers.stream().mapToLong(Integer::longValue).toArray());
            var found = new ArrayList<FoundPerson>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(FoundPerson.candidate(rows));
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
