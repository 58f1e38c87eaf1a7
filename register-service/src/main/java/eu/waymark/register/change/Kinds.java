package eu.waymark.register.change;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of things that registrars change, each under its own type. */
@Singleton
class Kinds {

    private final TreeMap<String, Kind<?>> kinds = new TreeMap<>();

    Kinds(@Any Instance<Changeable<?>> changeables, Documents documents) {
        changeables.forEach(changeable -> kinds.put(changeable.kind(), new Kind<>(changeable, documents)));
    }

    Kind<?> of(ProposedChange change) {
        return Objects.requireNonNull(kinds.get(change.kind), "A proposal is of a kind that is not there");
    }

    /** A kind, and its documents as they are kept. */
    record Kind<V extends Record>(Changeable<V> changeable, Documents documents) {

        boolean isStale(ProposedChange change) {
            var now = changeable.standing(change.code, wanted(change)).map(Changeable.Standing::version);
            return !now.equals(Optional.ofNullable(change.baseVersion));
        }

        void check(ProposedChange change) {
            changeable.check(change.code, wanted(change));
        }

        void put(ProposedChange change) {
            changeable.put(change.code, wanted(change));
        }

        private V wanted(ProposedChange change) {
            return documents.read(change.after, changeable.type());
        }
    }
}
