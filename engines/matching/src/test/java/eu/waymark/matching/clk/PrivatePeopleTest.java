package eu.waymark.matching.clk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrivatePeopleTest {

    private static final int CHILDREN = 60;
    private static final ClkKey KEY =
            ClkKey.of("an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII), "2026-Q4");
    private static final List<Encoded> STORED = new ArrayList<>();
    private static final List<Encoded> ASKED = new ArrayList<>();

    static {
        var encoder = new ClkEncoder(KEY);
        var population = new SyntheticPopulation(5, LocalDate.of(2026, 11, 1));
        for (int i = 0; STORED.size() < CHILDREN; i++) {
            var child = population.person(i).demographics();
            if (encoder.encode(child) instanceof Encoded stored && encoder.question(child) instanceof Encoded asked) {
                STORED.add(stored);
                ASKED.add(asked);
            }
        }
    }

    @Property(tries = 60)
    void answersAsIfBuiltAnewAfterAnyChanges(@ForAll long seed, @ForAll boolean folded) {
        // Given
        var random = new Random(seed);
        var people = new PrivatePeople(folded);
        var truth = new HashMap<Integer, Encoded>();

        // When
        for (int batch = 0; batch < 12; batch++) {
            var come = new HashMap<Integer, Encoded>();
            var left = new HashSet<Integer>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                come.put(random.nextInt(40), STORED.get(random.nextInt(CHILDREN)));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                left.add(random.nextInt(40));
            }
            left.removeAll(come.keySet());
            people.change(come, left);
            truth.putAll(come);
            truth.keySet().removeAll(left);
        }

        // Then
        var anew = new PrivatePeople(folded);
        anew.change(truth, Set.of());
        assertThat(people.size()).isEqualTo(truth.size());
        for (Encoded question : ASKED) {
            assertThat(Set.copyOf(people.ask(question).byDay()))
                    .isEqualTo(Set.copyOf(anew.ask(question).byDay()));
            assertThat(Set.copyOf(people.ask(question).byYear()))
                    .isEqualTo(Set.copyOf(anew.ask(question).byYear()));
        }
    }

    @Test
    void whoIsChangedIsFoundAllTheTime() {
        // Given
        var people = new PrivatePeople(false);
        int child = 0;
        while (new Question(ASKED.get(child), Map.of(1, STORED.get(child))).isNotByDay()) {
            child++;
        }
        Encoded stored = STORED.get(child);
        Encoded asked = ASKED.get(child);
        people.change(Map.of(1, stored), Set.of());
        var done = new AtomicBoolean();

        // When
        var changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 2_000; i++) {
                people.change(Map.of(1, stored, 100 + i % 50, STORED.get(i % CHILDREN)), Set.of());
            }
            done.set(true);
        });
        boolean always = true;
        while (!done.get() && !changes.isDone()) {
            always &= people.ask(asked).byDay().contains(1);
        }
        changes.join();

        // Then
        assertThat(always).isTrue();
    }

    private record Question(Encoded asked, Map<Integer, Encoded> stored) {

        boolean isNotByDay() {
            var people = new PrivatePeople(false);
            people.change(stored, Set.of());
            return people.ask(asked).byDay().isEmpty();
        }
    }
}
