package eu.waymark.identity.restriction;

import eu.waymark.identity.IdentityProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The restrictions of records. A restricted record is shown to no other agency in a search and changed by nobody. The
 * register's checks still find it: that a child may be in danger is the protection of another's rights and an important
 * public interest (article 18(2)), and a check tells no more than that there is a desk to call. Every use belongs inside
 * audited work.
 */
@ApplicationScoped
public class Restrictions implements PanacheRepositoryBase<Restriction, UUID> {

    /**
     * Refuses to change a restricted record.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 409 {@code restricted}
     */
    public void requireNone(UUID person) {
        if (of(person).isPresent()) {
            throw IdentityProblem.RESTRICTED.because(
                    "The record is kept and not used until a supervisor or manager lifts the restriction.");
        }
    }

    public boolean isRestricted(UUID person) {
        return of(person).isPresent();
    }

    /** Those of the records that are restricted now. */
    public Set<UUID> among(Collection<UUID> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(getEntityManager()
                .createQuery("select personId from Restriction where personId in ?1 and liftedAt is null", UUID.class)
                .setParameter(1, people)
                .getResultList());
    }

    Optional<Restriction> of(UUID person) {
        return find("personId = ?1 and liftedAt is null", person).firstResultOptional();
    }

    /** Lifted ones too, the newest first. */
    List<Restriction> all(UUID person) {
        return list("personId = ?1 order by restrictedAt desc", person);
    }

    /** What may be told of them, the newest first. */
    public List<RestrictionView> views(UUID person) {
        return all(person).stream().map(RestrictionView::of).toList();
    }
}
