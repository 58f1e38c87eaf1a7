package eu.waymark.log.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UniqueIdsTest {

    @Property(tries = 200)
    void theSetIsThatOfTheLibrary(@ForAll @Size(max = 400) List<@IntRange(max = 300) Integer> ids) {
        // Given
        var expected = new HashSet<Integer>();
        var set = new UniqueIds(ids.size());

        // Then
        for (var id : ids) {
            assertThat(set.add("id " + id)).isEqualTo(expected.add(id));
        }
    }

    @Test
    void aFullSetStillTellsOldFromNew() {
        // Given
        var set = new UniqueIds(100_000);

        // Then
        assertThat(IntStream.range(0, 100_000).filter(id -> !set.add("id " + id)))
                .isEmpty();
        assertThat(IntStream.range(0, 100_000).filter(id -> set.add("id " + id)))
                .isEmpty();
    }

    @Test
    void moreThanMemoryCanHoldIsNoVerdict() {
        assertThatThrownBy(() -> new UniqueIds(Long.MAX_VALUE)).isInstanceOf(UndecidedException.class);
    }
}
