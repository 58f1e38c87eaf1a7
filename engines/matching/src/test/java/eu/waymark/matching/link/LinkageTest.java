package eu.waymark.matching.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkageTest {

    private static final List<LinkField> FIELDS =
            LinkField.parse("given=a,family=b,dob=c,sex=d,city=e,postcode=f,email=g");

    /** Syllables make names that nobody has. */
    private static final List<String> SYLLABLES = List.of(
            "ba", "den", "ko", "lir", "mos", "nua", "pel", "qui", "ros", "sta", "tem", "vur", "wil", "xan", "zor");

    @Test
    void findsPeopleAgainInAnotherFileWhateverItsWayToWriteSexAndDate() {
        // Given
        List<LinkRecord> left = people(300, 0);
        List<LinkRecord> right = new ArrayList<>();
        for (LinkRecord one : left.subList(0, 150)) {
            List<String> values = new ArrayList<>(one.values());
            values.set(3, values.get(3).equals("m") ? "1" : "female");
            values.set(6, "");
            right.add(new LinkRecord("r" + one.id(), values, one.truth()));
        }
        right.addAll(people(150, 1000));

        // When
        Links links = Linkage.between(FIELDS, left, right, step -> {});

        // Then
        Figures figures = Figures.of(links, left, right, .5);
        assertThat(figures.truePairs()).isEqualTo(150);
        assertThat(figures.precision()).isGreaterThan(.97);
        assertThat(figures.recall()).isGreaterThan(.97);
        assertThat(figures.blockRecall()).isEqualTo(1);
    }

    @Test
    void linksTheSameWhicheverOrderTheFilesAreIn() {
        // Given
        List<LinkRecord> left = people(60, 0);
        List<LinkRecord> right = people(60, 0);

        // When
        Links there = Linkage.between(FIELDS, left, right, step -> {});
        Links back = Linkage.between(FIELDS, right, left, step -> {});

        // Then
        assertThat(back.size()).isEqualTo(there.size());
        assertThat(Figures.of(back, right, left, .5)).isEqualTo(Figures.of(there, left, right, .5));
    }

    @Test
    void linksNothingWhereThereIsNobody() {
        assertThat(Linkage.within(FIELDS, List.of(), step -> {}).size()).isZero();
        assertThat(Linkage.between(FIELDS, people(3, 0), List.of(), step -> {}).size())
                .isZero();
    }

    private static List<LinkRecord> people(int count, int seed) {
        return IntStream.range(0, count)
                .mapToObj(i -> person(new SplittableRandom(31L * (seed + i) + 7), seed + i))
                .toList();
    }

    private static LinkRecord person(SplittableRandom random, int number) {
        String given = word(random, 2);
        String family = word(random, 3);
        String born =
                "%04d-%02d-%02d".formatted(2007 + random.nextInt(18), 1 + random.nextInt(12), 1 + random.nextInt(28));
        int town = random.nextInt(12);
        return new LinkRecord(
                "p" + number,
                List.of(
                        given,
                        family,
                        born,
                        random.nextBoolean() ? "m" : "f",
                        "town" + SYLLABLES.get(town),
                        String.valueOf(10_000 + town),
                        given + number + "@" + family),
                "p" + number);
    }

    private static String word(SplittableRandom random, int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }
}
