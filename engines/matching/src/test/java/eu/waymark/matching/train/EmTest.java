package eu.waymark.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmTest {

    private static final List<String> LEVELS = List.of("EXACT", "NEAR", "DIFFERENT");
    private static final double[][] M = {{.85, .1, .05}, {.7, .2, .1}, {.9, .02, .08}, {.8, .15, .05}};
    private static final double[][] U = {{.01, .04, .95}, {.02, .03, .95}, {.1, .1, .8}, {.005, .02, .975}};
    private static final List<Slot> SLOTS = IntStream.range(0, M.length)
            .mapToObj(slot -> new Slot("field " + slot, Shared.NOBODY, LEVELS))
            .toList();
    private static final int PAIRS = 200_000;
    private static final int TRUE_PAIRS = 2_000;
    private static final LinkModel LEARNT = learnt(simulated(0));

    @Test
    void findsTheOddsThatMadeThePairs() {
        // When
        LinkModel model = LEARNT;

        // Then
        assertThat(model.share(Kin.PERSON) * PAIRS).isCloseTo(TRUE_PAIRS, within(100.0));
        for (int slot = 0; slot < M.length; slot++) {
            for (int level = 0; level < LEVELS.size(); level++) {
                assertThat(model.m(slot, level)).isCloseTo(M[slot][level], within(.03));
                assertThat(model.u(slot, level)).isCloseTo(U[slot][level], within(.01));
            }
        }
    }

    @Test
    void findsThemAmongRecordsWithGaps() {
        // Given
        Outcomes pairs = simulated(.3);

        // When
        LinkModel model = learnt(pairs);

        // Then
        assertThat(model.m(0, 0)).isCloseTo(.85, within(.04));
        assertThat(model.u(3, 0)).isCloseTo(.005, within(.003));
    }

    @Test
    void takesAMissingFieldForNoEvidence() {
        // Given
        LinkModel model = LEARNT;
        var known = new Outcome(M.length);
        known.set(0, 0);
        var nothing = new Outcome(M.length);
        var pairs = new Outcomes(M.length, 2);
        pairs.add(known);
        pairs.add(nothing);

        // When
        double agreeing = model.probability(pairs, 0);
        double unknown = model.probability(pairs, 1);

        // Then
        double strangersAside =
                1 + Arrays.stream(Kin.values()).mapToDouble(model::share).sum();
        assertThat(unknown).isCloseTo(model.share(Kin.PERSON) / strangersAside, within(1e-12));
        assertThat(agreeing).isGreaterThan(10 * unknown);
    }

    @Test
    void believesARareValueMoreThanACommonOne() {
        // Given
        LinkModel model = LEARNT;
        var pairs = new Outcomes(M.length, 2);
        for (int others : new int[] {0, 500}) {
            var outcome = new Outcome(M.length);
            outcome.set(0, 0, others);
            outcome.set(1, 0);
            pairs.add(outcome);
        }

        // When
        double rare = model.probability(pairs, 0);
        double common = model.probability(pairs, 1);

        // Then
        assertThat(rare).isGreaterThan(common);
    }

    private static LinkModel learnt(Outcomes pairs) {
        return new Em(SLOTS, pairs, pairs, 1000, PAIRS, 500, false).run();
    }

    private static Outcomes simulated(double missing) {
        var random = new SplittableRandom(7);
        var pairs = new Outcomes(M.length, PAIRS);
        for (int pair = 0; pair < PAIRS; pair++) {
            var outcome = new Outcome(M.length);
            for (int slot = 0; slot < M.length; slot++) {
                if (random.nextDouble() >= missing) {
                    outcome.set(slot, drawn(pair < TRUE_PAIRS ? M[slot] : U[slot], random));
                }
            }
            pairs.add(outcome);
        }
        return pairs;
    }

    private static int drawn(double[] shares, SplittableRandom random) {
        double at = random.nextDouble();
        int level = 0;
        while (level < shares.length - 1 && at >= shares[level]) {
            at -= shares[level++];
        }
        return level;
    }
}
