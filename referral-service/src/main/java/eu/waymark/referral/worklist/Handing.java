package eu.waymark.referral.worklist;

import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.agency.Desks;
import eu.waymark.referral.worker.Colleagues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From hand to hand: who may give an item to whom. Whatever refuses does so before anything is written, so that of several
 * items the others can go on. The caller has locked the item.
 */
@ApplicationScoped
class Handing {

    private static final String HAND = """
            update work_item set desk = :desk, assigned_to = cast(:whose as text), held_by = cast(:who as text),
                version = version + 1 where id = :id""";

    private final EntityManager entities;
    private final Colleagues colleagues;
    private final Desks desks;

    Handing(EntityManager entities, Colleagues colleagues, Desks desks) {
        this.entities = entities;
        this.colleagues = colleagues;
        this.desks = desks;
    }

    /** What is to happen to an item; returns its version afterwards. */
    @FunctionalInterface
    interface Move {
        int apply(ListedWork item, Onlooker by);
    }

    Move to(@Nullable AssignWork to) {
        var desk = to == null ? null : to.desk();
        if (desk != null) {
            return (item, by) -> putOn(desk, item, by);
        }
        var worker = to == null ? null : to.worker();
        return worker == null ? this::take : (item, by) -> give(worker, item, by);
    }

    private int take(ListedWork item, Onlooker by) {
        var holder = item.held().heldBy();
        if (by.subject().equals(holder)) {
            return item.version();
        }
        if (holder != null) {
            throw ReferralProblem.WORK_HELD.because("A colleague does it; a manager can give it to somebody else.");
        }
        return give(colleagues.require(by.subject(), by.agency()), item);
    }

    private int give(String worker, ListedWork item, Onlooker by) {
        if (!by.manages()) {
            throw ReferralProblem.MANAGER_NEEDED.because(
                    "Ask a manager, or hand it back so that a colleague can take it.");
        }
        return give(colleagues.require(worker, by.agency()), item);
    }

    private int give(String worker, ListedWork item) {
        var now = colleagues.standingInFor(worker);
        if (isKeptFrom(worker, item) || now.filter(one -> isKeptFrom(one, item)).isPresent()) {
            throw ReferralProblem.WORKER_UNSUITED.because("Choose somebody else.");
        }
        if (now.isEmpty()) {
            throw ReferralProblem.WORKER_ABSENT.because(
                    "Nobody stands in during this absence: end it, name a deputy, or choose somebody else.");
        }
        return hand(item, item.desk(), worker, now.get());
    }

    private boolean isKeptFrom(String worker, ListedWork item) {
        return (boolean)
                entities.createNativeQuery("select work_kept_from(reference, :who) from work_item where id = :id")
                        .setParameter("who", worker)
                        .setParameter("id", item.id())
                        .getSingleResult();
    }

    private int putOn(String desk, ListedWork item, Onlooker by) {
        requireFree(item, by);
        desks.require(desk, by.agency());
        return hand(item, desk, null, null);
    }

    /** A deputy gives back what is a colleague's: it is that colleague's again after the absence. */
    int takeBack(ListedWork item, Onlooker by) {
        var held = item.held();
        if (held.assignedTo() == null) {
            throw ReferralProblem.WORK_NOT_HELD.because("It lies on the desk already.");
        }
        if (!by.manages() && !by.subject().equals(held.assignedTo())) {
            requireOwn(item, by);
            return hand(item, item.desk(), held.assignedTo(), null);
        }
        return hand(item, item.desk(), null, null);
    }

    private static void requireFree(ListedWork item, Onlooker by) {
        if (item.held().heldBy() != null && !by.manages()) {
            requireOwn(item, by);
        }
    }

    private static void requireOwn(ListedWork item, Onlooker by) {
        if (!Objects.equals(item.held().heldBy(), by.subject())) {
            throw ReferralProblem.NOT_YOUR_WORK.because("A colleague does it; a manager can take it back.");
        }
    }

    private int hand(ListedWork item, @Nullable String desk, @Nullable String whose, @Nullable String who) {
        entities.createNativeQuery(HAND)
                .setParameter("desk", desk)
                .setParameter("whose", whose)
                .setParameter("who", who)
                .setParameter("id", item.id())
                .executeUpdate();
        return item.version() + 1;
    }
}
