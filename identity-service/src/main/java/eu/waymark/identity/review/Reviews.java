package eu.waymark.identity.review;

import eu.waymark.identity.link.Pair;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All reviews. Every use belongs inside audited work. */
@ApplicationScoped
class Reviews implements PanacheRepositoryBase<Review, UUID> {

    private static final String WAITING = " and status in ('OPEN', 'PROPOSED')";

    private static final String QUEUE = """
            select review.* from pair_review review
             where (rank, id) > (:rank, :id) and %s and status in ('OPEN', 'PROPOSED')
               and not exists (select from restriction
                    where person_id in (record_a, record_b) and lifted_at is null)
               and (not is_sealed_pair(record_a, record_b) or exists (
                    select from pair_review_asking asking where asking.review_id = review.id and asking.agency = :agency))
             order by rank, id limit :most""";

    private static final String OF_AGENCY = QUEUE.formatted("(agency_a = :whose or agency_b = :whose)");
    private static final String OF_COUNTRY = QUEUE.formatted("(country_a = :whose or country_b = :whose)");

    private static final String UNSURE =
            "insert into pair_review_unsure (review_id, reviewer) values (:review, :reviewer) on conflict do nothing";
    private static final String WAS_UNSURE =
            "select reviewer from pair_review_unsure where review_id = :review and reviewer = :reviewer";
    private static final String OPEN = "insert into pair_review_opening (review_id, agency, opened_by, opened_at)"
            + " values (:review, :agency, :by, :at) on conflict do nothing";
    private static final String OPENED = "select agency from pair_review_opening where review_id = :review";
    private static final String ASKED =
            "insert into pair_review_asking (review_id, agency)" + " values (:review, :agency) on conflict do nothing";
    private static final String SEALED = "select is_sealed_pair(:a, :b)";

    /** The queue of an agency, or of a country for its central authority: without pairs that nobody may think about. */
    List<Review> queue(boolean ofCountry, Caller caller, Place after, int most) {
        return getEntityManager()
                .createNativeQuery(ofCountry ? OF_COUNTRY : OF_AGENCY, Review.class)
                .setParameter("whose", ofCountry ? caller.country() : caller.agency())
                .setParameter("agency", caller.agency())
                .setParameter("rank", after.rank())
                .setParameter("id", after.id())
                .setParameter("most", most)
                .getResultList();
    }

    Optional<Place> place(UUID review) {
        return findByIdOptional(review).map(Review::place);
    }

    Optional<Review> waiting(Pair pair) {
        return find(
                        "recordA = ?1 and recordB = ?2" + WAITING,
                        pair.a().id(),
                        pair.b().id())
                .firstResultOptional();
    }

    /** The review, which nobody else changes until this transaction ends. */
    Optional<Review> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void wasUnsure(Review review, String reviewer) {
        getEntityManager()
                .createNativeQuery(UNSURE)
                .setParameter("review", review.id())
                .setParameter("reviewer", reviewer)
                .executeUpdate();
    }

    boolean hasBeenUnsure(Review review, String reviewer) {
        return !Column.of(getEntityManager(), WAS_UNSURE, String.class)
                .setParameter("review", review.id())
                .setParameter("reviewer", reviewer)
                .getResultList()
                .isEmpty();
    }

    /** Keeps the review in the queue of the agency that asked, whatever links are sealed. */
    void asked(Review review, String agency) {
        getEntityManager()
                .createNativeQuery(ASKED)
                .setParameter("review", review.id())
                .setParameter("agency", agency)
                .executeUpdate();
    }

    /** Lets the other agency's reviewer read the half of this one. */
    void open(Review review, Caller by, Instant now) {
        getEntityManager()
                .createNativeQuery(OPEN)
                .setParameter("review", review.id())
                .setParameter("agency", by.agency())
                .setParameter("by", by.subject())
                .setParameter("at", now)
                .executeUpdate();
    }

    List<String> openedBy(Review review) {
        return Column.of(getEntityManager(), OPENED, String.class)
                .setParameter("review", review.id())
                .getResultList();
    }

    boolean isSealed(Pair pair) {
        return Column.of(getEntityManager(), SEALED, Boolean.class)
                .setParameter("a", pair.a().id())
                .setParameter("b", pair.b().id())
                .getSingleResult();
    }
}
