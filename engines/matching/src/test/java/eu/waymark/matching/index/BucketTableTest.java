package eu.waymark.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BucketTableTest {

    /** Few keys that lie close together, so that runs form, wrap around and are torn. */
    @Property(tries = 200)
    void itHoldsWhatAMapOfListsHolds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int keys) {
        // Given
        var random = new Random(seed);
        var table = new BucketTable();
        Map<Integer, List<Integer>> model = new HashMap<>();

        // When
        for (int step = 0; step < 600; step++) {
            int key = Integer.MAX_VALUE - random.nextInt(keys) * (step % 2 == 0 ? 1 : 0x0800_0000);
            int slot = random.nextInt(40);
            List<Integer> bucket = model.computeIfAbsent(key, none -> new ArrayList<>());
            if (random.nextInt(3) > 0 && !bucket.contains(slot)) {
                bucket.add(slot);
                assertThat(table.add(key, slot)).isEqualTo(bucket.size());
            } else {
                bucket.remove((Integer) slot);
                table.remove(key, slot);
            }
        }

        // Then
        model.forEach((key, bucket) -> {
            var held = new IntList(0);
            held.added(table.glance(key, Integer.MAX_VALUE, held));
            assertThat(Arrays.stream(held.toArray()).boxed().toList()).containsExactlyInAnyOrderElementsOf(bucket);
        });
        var count = new HistogramCount();
        table.count(count);
        assertThat(count.done().entries())
                .isEqualTo(model.values().stream().mapToInt(List::size).sum());
    }
}
