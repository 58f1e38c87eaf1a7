package eu.waymark.register.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** Who is named on which entry. Only within audited work. */
@Singleton
public class Workers {

    private static final String MACHINE = "system";

    /** Each naming is counted when it begins and when it ends, so that no two states have one number. */
    private static final String VERSION = """
            select coalesce(sum(case when upper_inf(during) then 1 else 2 end), 0) from entry_worker where entry_id = :entry""";

    private static final String IS_FOR = """
            select coalesce(bool_or(upper_inf(during) and subject = :subject and agency = :agency), true)
              from entry_worker where entry_id = :entry""";

    private final EntityManager entities;
    private final ObjectMapper json;

    Workers(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** Who opens an entry is its first named worker; a machine is nobody, so the whole agency sees what others do. */
    public void opened(UUID entry, Caller by) {
        if (!by.has(MACHINE)) {
            name(entry, by, List.of(new Worker(by.subject(), by.name().isBlank() ? null : by.name())));
        }
    }

    /** Whether anybody was ever named: without, an entry is its whole agency's. */
    public boolean hasBeenNamed(UUID entry) {
        return version(entry) > 0;
    }

    /** Whether what others do about an entry is for somebody: for the named ones, for all where nobody ever was. */
    public boolean isFor(UUID entry, Caller by) {
        return Column.of(entities, IS_FOR, Boolean.class)
                .setParameter("entry", entry)
                .setParameter("subject", by.subject())
                .setParameter("agency", by.agency())
                .getSingleResult();
    }

    public List<Worker> of(UUID entry) {
        List<?> rows = entities.createNativeQuery(
                        "select subject, name from entry_worker where entry_id = :entry and upper_inf(during)"
                                + " order by lower(during), subject",
                        Tuple.class)
                .setParameter("entry", entry)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Worker(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    public int version(UUID entry) {
        return ((Number) entities.createNativeQuery(VERSION)
                        .setParameter("entry", entry)
                        .getSingleResult())
                .intValue();
    }

    /** Replaces those who are named by others of the same agency. */
    public void name(UUID entry, Caller by, List<Worker> workers) {
        entities.createNativeQuery("select name_workers(:entry, :by, :agency, cast(:workers as jsonb))", Object.class)
                .setParameter("entry", entry)
                .setParameter("by", by.subject())
                .setParameter("agency", by.agency())
                .setParameter("workers", json(workers))
                .getSingleResult();
    }

    /** As the functions of the database take them. */
    public String json(List<Worker> workers) {
        try {
            return json.writeValueAsString(workers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Workers cannot be written as JSON", impossible);
        }
    }
}
