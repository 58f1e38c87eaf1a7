package eu.waymark.identity.age;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was ever said of how old a child is.
 *
 * @param moves of all records of the identity, newest first
 */
record AgeHistory(List<AgeMove> moves) {

    private static final int ADULT = 18;

    /** Where a record stands; null where nothing was said of it. */
    @Nullable
    AgeMove last(UUID record) {
        return lasts().get(record);
    }

    Collection<AgeMove> current() {
        return lasts().values();
    }

    private Map<UUID, AgeMove> lasts() {
        var lasts = new LinkedHashMap<UUID, AgeMove>();
        moves.forEach(move ->
                lasts.merge(move.recordId(), move, (one, other) -> one.version() > other.version() ? one : other));
        return lasts;
    }

    /** Where all of them stand together. */
    AgeState state() {
        return AgeState.together(current().stream().map(AgeMove::to).toList());
    }

    /** The lowest age of all ranges in force, which counts. */
    OptionalInt lowestAge() {
        return current().stream()
                .map(AgeMove::ageFrom)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min();
    }

    boolean isTreatedAsChild() {
        return state().isTreatedAsChild(isDocumentedAdult());
    }

    /** Only where every document says so: one that gives no age says nothing, and in doubt it is a child. */
    private boolean isDocumentedAdult() {
        return current().stream()
                .filter(move -> move.to() == AgeState.DOCUMENTED)
                .allMatch(move -> move.ageFrom() != null && move.ageFrom() >= ADULT);
    }

    /** Whether the papers of any record of the child are contested: it is one child, and one trafficker hands over many. */
    boolean isContested() {
        return moves.stream().anyMatch(AgeMove::isContested);
    }

    /** Of some records only. */
    AgeHistory of(Collection<UUID> records) {
        var wanted = new HashSet<>(records);
        return new AgeHistory(
                moves.stream().filter(move -> wanted.contains(move.recordId())).toList());
    }
}
