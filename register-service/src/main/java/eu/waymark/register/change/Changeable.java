package eu.waymark.register.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that only two registrars together change.
 *
 * @param <V> how it goes over the wire; its code, which the path tells, is no part of a proposal
 */
public interface Changeable<V extends Record> {

    /**
     * What stands where something is to be changed.
     *
     * @param document what a proposal would replace; null where it adds a version to a thing that is there
     * @param version of the thing
     */
    record Standing<V>(@Nullable V document, int version) {}

    /** Its name in proposals, for example {@code desk}. */
    String kind();

    Class<V> type();

    /** What the wanted document would replace; empty where there is no such thing yet. */
    Optional<Standing<V>> standing(String code, V wanted);

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 when the directory cannot take this */
    void check(String code, V wanted);

    /** Makes it so, in the running transaction. */
    void put(String code, V wanted);
}
