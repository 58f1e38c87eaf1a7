package eu.waymark.benchmarks.matching;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Invented people by number, and questions about some of them as another agency would ask. The same in every run. */
final class Crowd {

    private static final long SEED = 20_260;
    private static final LocalDate REFERENCE = LocalDate.of(2026, 11, 1);
    private static final int FIRST_VARIANT = 1;

    private final SyntheticPopulation population = new SyntheticPopulation(SEED, REFERENCE);
    private final int people;

    Crowd(int people) {
        this.people = people;
    }

    /**
     * A question whose answer is known.
     *
     * @param person number of the person meant
     * @param asked what is asked, with the faults of a second registration
     */
    record Question(long person, Demographics asked) {}

    int size() {
        return people;
    }

    /** A person as first registered; there are more than {@link #size}, who are then strangers. */
    Demographics person(long number) {
        return population.person(number).demographics();
    }

    /** A person of the crowd as another agency registers it, with its faults. */
    Demographics again(long number) {
        return population.corrupted(number, FIRST_VARIANT).demographics();
    }

    /** Questions about people of the crowd, spread evenly. */
    Question[] questions(int count) {
        var random = new SplittableRandom(SEED);
        return IntStream.range(0, count)
                .mapToObj(i -> question(random.nextInt(people)))
                .toArray(Question[]::new);
    }

    private Question question(int person) {
        return new Question(person, again(person));
    }
}
