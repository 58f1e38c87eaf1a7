package eu.waymark.referral.worklist;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open work of all agencies. Only inside audited work. */
@ApplicationScoped
class Worklist {

    private static final String PAGE = """
            select worklist_page(:agency, :me, cast(:desk as text), cast(:held as text), cast(:kind as text),
                cast(:hidden as text[]), cast(:overdue as timestamptz), cast(:before as timestamptz),
                cast(:time as timestamptz), cast(:id as uuid), :most)""";

    private static final String BY_ID =
            "select " + ListedWork.COLUMNS + " where w.id in (:ids) order by w.sort_at, w.id";

    private static final String OWN = "select " + ListedWork.COLUMNS
            + " where w.id in (:ids) and w.closed_at is null and w.agency = :agency"
            + " and w.kind <> all (cast(:hidden as text[])) and not work_kept_from(w.reference, :me)";

    private final EntityManager entities;
    private final PersonTags tags;

    Worklist(EntityManager entities, PersonTags tags) {
        this.entities = entities;
        this.tags = tags;
    }

    /**
     * What is asked for.
     *
     * @param desk a code
     */
    record Asked(
            Onlooker by,
            Optional<String> desk,
            boolean mine,
            boolean unassigned,
            Optional<String> kind,
            boolean overdue,
            Optional<Instant> before) {

        /** Whose work: the onlooker's, nobody's (empty), or whoever's (null). */
        @Nullable
        String held() {
            return mine ? by.subject() : unassigned ? "" : null;
        }
    }

    /** One more than the page asks for, first what is due first. */
    List<ListedWork> page(Asked asked, Instant now, PageRequest page) {
        if (asked.mine() && asked.unassigned()) {
            return List.of(); // nobody's cannot be mine
        }
        var ids = Column.of(entities, PAGE, UUID.class)
                .setParameter("agency", asked.by().agency())
                .setParameter("me", asked.by().subject())
                .setParameter("desk", asked.desk().orElse(null))
                .setParameter("held", asked.held())
                .setParameter("kind", asked.kind().orElse(null))
                .setParameter("hidden", asked.by().hidden().toArray(String[]::new))
                .setParameter("overdue", asked.overdue() ? now : null)
                .setParameter("before", asked.before().orElse(null))
                .setParameter("time", page.after().map(Cursor::time).orElse(null))
                .setParameter("id", page.after().map(Cursor::id).orElse(null))
                .setParameter("most", page.limit() + 1)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : rows(entities.createNativeQuery(BY_ID, Tuple.class).setParameter("ids", ids));
    }

    /** One open item, as far as it is of the onlooker's agency and for the onlooker's eyes. */
    Optional<ListedWork> find(UUID id, Onlooker by) {
        return find(List.of(id), by).stream().findFirst();
    }

    List<ListedWork> find(Collection<UUID> ids, Onlooker by) {
        return rows(entities.createNativeQuery(OWN, Tuple.class)
                .setParameter("ids", ids)
                .setParameter("agency", by.agency())
                .setParameter("me", by.subject())
                .setParameter("hidden", by.hidden().toArray(String[]::new)));
    }

    /** Lets nobody else change these until the transaction ends. */
    void lock(Collection<UUID> ids, String agency) {
        Column.of(
                        entities,
                        "select id from work_item where id in (:ids) and agency = :agency and closed_at is null"
                                + " order by id for update",
                        UUID.class)
                .setParameter("ids", ids)
                .setParameter("agency", agency)
                .getResultList();
    }

    /** Names the children on the trail, and how many items were given out. */
    void trace(Collection<ListedWork> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(ListedWork::personRecordId).distinct().toList())
                .forEach(trail::about);
    }

    private static List<ListedWork> rows(Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast).map(ListedWork::of).toList();
    }
}
