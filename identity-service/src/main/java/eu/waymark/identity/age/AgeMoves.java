package eu.waymark.identity.age;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All moves of age statuses, and the table of those that there are. Every use belongs inside audited work. */
@ApplicationScoped
class AgeMoves implements PanacheRepositoryBase<AgeMove, AgeMove.Key> {

    private static final String TRANSITION =
            "select mover, needs from age_transition where from_state = :from and to_state = :to";

    /** The moves of some records, newest first. */
    List<AgeMove> of(Collection<UUID> records) {
        return list("recordId in ?1 order by movedAt desc, version desc", records);
    }

    Optional<Transition> transition(AgeState from, AgeState to) {
        return getEntityManager()
                .createNativeQuery(TRANSITION, Object[].class)
                .setParameter("from", from.name())
                .setParameter("to", to.name())
                .getResultStream()
                .findFirst()
                .map(row -> transition(from, to, (Object[]) row));
    }

    private static Transition transition(AgeState from, AgeState to, Object[] row) {
        return new Transition(
                from, to, Transition.Mover.valueOf(row[0].toString()), Transition.Need.valueOf(row[1].toString()));
    }
}
