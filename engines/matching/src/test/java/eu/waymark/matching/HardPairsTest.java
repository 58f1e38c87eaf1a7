package eu.waymark.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Score;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judges the engine on pairs that are hard for people too. Its other half is judged elsewhere and never shown. */
class HardPairsTest {

    /** Reached: .989. The goal of the engine is .95, and none. Only ever raised. */
    private static final double RIGHT = .98;

    private static final int DIFFERENT_CHILDREN_MATCHED = 0;
    private static final int TWINS_MATCHED = 0;

    private final List<Judged> judged = judge(MatchingEngine.standard());

    private record Judged(HardPair pair, String verdict) {

        boolean wrong() {
            return !verdict.equals(pair.expected());
        }

        boolean matched() {
            return verdict.equals(HardPair.MATCH);
        }

        boolean differentChildrenMatched() {
            return matched() && pair.expected().equals(HardPair.NO_MATCH);
        }

        @Override
        public String toString() {
            return "%s: %s instead of %s (%s)".formatted(pair.id(), verdict, pair.expected(), pair.reason());
        }
    }

    @Test
    void nearlyAllPairsAreJudgedAsACarefulRegistrarWould(TestReporter reporter) {
        List<Judged> wrong = judged.stream().filter(Judged::wrong).toList();

        double right = 1 - (double) wrong.size() / judged.size();

        reporter.publishEntry("right", "%.3f of %d".formatted(right, judged.size()));
        reporter.publishEntry("misses", byCategory(wrong));
        assertThat(right).as(byCategory(wrong)).isGreaterThanOrEqualTo(RIGHT);
    }

    @Test
    void noDifferentChildrenAreCalledAMatch() {
        assertThat(judged.stream().filter(Judged::differentChildrenMatched))
                .hasSizeLessThanOrEqualTo(DIFFERENT_CHILDREN_MATCHED);
    }

    @Test
    void noTwinsAreLinked() {
        assertThat(judged.stream().filter(one -> one.pair().relation().equals("twin") && one.matched()))
                .hasSizeLessThanOrEqualTo(TWINS_MATCHED);
    }

    @ParameterizedTest
    @CsvSource({
        "Иван Петрович, Иван Андреевич, Сидоркин",
        "Olga Sergeyevna, Olga Nikolaevna, Kuzmina",
        "Тарас Григорович, Тарас Богданович, Дейнека",
    })
    void anotherFathersNameIsNeverAMatch(String given, String other, String family) {
        MatchingEngine engine = MatchingEngine.standard();
        Score score = engine.score(
                engine.prepare(People.person(given, family, "2012-05-17", 0)),
                engine.prepare(People.person(other, family, "2012-05-17", 0)));

        assertThat(score.band()).isNotEqualTo(Band.CERTAIN);
    }

    @Test
    void anEngineThatSawMatchesEverywhereWouldFail() {
        List<Judged> credulous = HardPair.all().stream()
                .map(pair -> new Judged(pair, HardPair.MATCH))
                .toList();

        assertThat(credulous.stream().filter(Judged::wrong).count()).isGreaterThan(credulous.size() / 3);
        assertThat(credulous.stream().filter(Judged::differentChildrenMatched)).hasSizeGreaterThan(100);
    }

    @Test
    void theTableIsLargeAndBalancedAndSaysWhy() {
        List<HardPair> pairs = HardPair.all();

        assertThat(pairs)
                .hasSizeGreaterThanOrEqualTo(350)
                .extracting(HardPair::id)
                .doesNotHaveDuplicates();
        assertThat(pairs).allSatisfy(pair -> assertThat(pair.reason()).isNotBlank());
        for (String verdict : HardPair.VERDICTS) {
            assertThat(pairs.stream()
                            .filter(pair -> pair.expected().equals(verdict))
                            .count())
                    .isGreaterThan(pairs.size() / 5);
        }
    }

    private static List<Judged> judge(MatchingEngine engine) {
        return HardPair.all().stream()
                .map(pair -> new Judged(pair, pair.verdict(engine)))
                .toList();
    }

    private static String byCategory(List<Judged> wrong) {
        return wrong.stream()
                .collect(groupingBy(one -> one.pair().category(), TreeMap::new, joiningLines()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "\n  " + entry.getValue())
                .collect(joining("\n"));
    }

    private static Collector<Judged, ?, String> joiningLines() {
        return mapping(Judged::toString, joining("\n  "));
    }
}
