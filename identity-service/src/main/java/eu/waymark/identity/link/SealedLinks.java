package eu.waymark.identity.link;

import eu.waymark.platform.persistence.query.Column;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sealed links, each for its named workers and for nobody else. Every use belongs inside audited work. */
@ApplicationScoped
class SealedLinks implements PanacheRepositoryBase<SealedLink, UUID> {

    private static final String NAME = "insert into sealed_link_worker (link_id, worker) values (:link, :worker)";
    private static final int MOST_SHOWN = 200;
    private static final String NAMED = "select link_id from sealed_link_worker where worker = :worker";

    void add(SealedLink link, Collection<String> workers) {
        persistAndFlush(link);
        workers.forEach(worker -> getEntityManager()
                .createNativeQuery(NAME)
                .setParameter("link", link.id())
                .setParameter("worker", worker)
                .executeUpdate());
    }

    /** The link, when the worker is named; nobody else changes it until this transaction ends. */
    Optional<SealedLink> locked(UUID id, String worker) {
        return namedTo(worker).contains(id) ? findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE) : Optional.empty();
    }

    List<SealedLink> of(String worker) {
        return find("id in ?1 order by proposedAt desc, id", namedTo(worker))
                .page(0, MOST_SHOWN)
                .list();
    }

    /** Whether the worker is named in one about the pair that is proposed or in force. */
    boolean isKnownTo(String worker, Pair pair) {
        return count(
                        "id in ?1 and recordA = ?2 and recordB = ?3 and status <> ?4",
                        namedTo(worker),
                        pair.a().id(),
                        pair.b().id(),
                        SealedLinkStatus.ENDED)
                > 0;
    }

    private List<UUID> namedTo(String worker) {
        return Column.of(getEntityManager(), NAMED, UUID.class)
                .setParameter("worker", worker)
                .getResultList();
    }
}
