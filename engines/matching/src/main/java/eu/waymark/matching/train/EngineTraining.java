package eu.waymark.matching.train;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.score.BirthFrequencies;
import eu.waymark.matching.score.BirthLevel;
import eu.waymark.matching.score.CountedBirths;
import eu.waymark.matching.score.CountedFrequencies;
import eu.waymark.matching.score.Field;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.NameLevel;
import eu.waymark.matching.score.Odds;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.PlainLevel;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.TermFrequencies;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Learns the engine's parameters from people on record, some of them more than once, without labels. u of births and
 * sexes comes from random pairs; u of names stays what it is, a multiple of the name's own share. m comes from
 * candidate pairs, each as far as the engine takes it for one person. Levels that the engine's guards hold down keep
 * their odds: pairs that no guard lets through teach nothing about them. What is seldom seen stays near what it was.
 */
public final class EngineTraining {

    private static final int ROUNDS = 5;
    private static final int MOST_RANDOM_PAIRS = 300_000;
    private static final int RANDOM_PAIRS_EACH = 100;
    private static final long SEED = 20_260_102;

    /** Those whose u is a multiple of the word's share; initials and different names are no steps of one ladder with them. */
    private static final List<NameLevel> NAMES = Arrays.stream(NameLevel.values())
            .filter(level -> level.compareTo(NameLevel.INITIAL) < 0)
            .toList();

    /** Those of two exact days that no guard holds down. */
    private static final List<BirthLevel> DAYS = List.of(
            BirthLevel.SAME_DAY,
            BirthLevel.OTHER_CALENDAR,
            BirthLevel.SWAPPED,
            BirthLevel.YEAR_SLIP,
            BirthLevel.SLIP,
            BirthLevel.ONE_PART,
            BirthLevel.CONVENTION_DAY);

    private static final List<PlainLevel> SEXES = List.of(PlainLevel.SAME, PlainLevel.DIFFERENT);

    private final List<Demographics> people;
    private final TermFrequencies frequencies;
    private final BirthFrequencies births;
    private final List<Verdict> verdicts;
    private final long[] candidates;

    private EngineTraining(List<Demographics> people, List<Verdict> verdicts) {
        this.people = people;
        this.verdicts = verdicts;
        this.frequencies = CountedFrequencies.of(people.stream());
        this.births = CountedBirths.of(people.stream());
        this.candidates = PeoplePairs.of(people);
    }

    /**
     * What a person decided about two of the people: it counts whatever the engine thinks.
     *
     * @param left index among the people
     * @param right another
     * @param same whether they are one child
     */
    public record Verdict(int left, int right, boolean same) {}

    /**
     * Learns from people.
     *
     * @param first where to begin; returned as they are where there are not two people
     * @param progress told what is being done, in plain words
     */
    public static Parameters learn(Parameters first, List<Demographics> people, Consumer<String> progress) {
        return learn(first, people, List.of(), progress);
    }

    /** As {@link #learn(Parameters, List, Consumer)}, from what people decided too. */
    public static Parameters learn(
            Parameters first, List<Demographics> people, List<Verdict> verdicts, Consumer<String> progress) {
        if (people.size() < 2) {
            return first;
        }
        progress.accept("looking for candidates among " + people.size() + " people");
        var training = new EngineTraining(people, verdicts);
        LevelCounts random = training.random(first);
        Parameters parameters = first;
        for (int round = 1; round <= ROUNDS; round++) {
            progress.accept("round " + round + " of " + ROUNDS + " over " + training.candidates.length + " pairs");
            parameters = training.step(first, parameters, random);
        }
        return parameters;
    }

    private Parameters step(Parameters first, Parameters parameters, LevelCounts random) {
        var engine = new MatchingEngine(parameters, frequencies, births);
        List<Prepared> prepared = people.stream().map(engine::prepare).toList();
        var matches = new LevelCounts();
        for (Verdict verdict : verdicts) {
            var score = engine.score(prepared.get(verdict.left()), prepared.get(verdict.right()), people.size());
            matches.add(score, verdict.same() ? 1 : 0);
        }
        var decided = verdicts.stream()
                .map(verdict -> pair(verdict.left(), verdict.right()))
                .collect(Collectors.toSet());
        for (long pair : candidates) {
            if (decided.contains(pair)) {
                continue;
            }
            var score = engine.score(prepared.get((int) (pair >>> 32)), prepared.get((int) pair), people.size());
            matches.add(score, score.probability());
        }
        double all = people.size() * (people.size() - 1.0) / 2;
        return learnt(first, matches, random, randomPairs() / all);
    }

    /** As {@link PeoplePairs} writes it. */
    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    private int randomPairs() {
        return Math.min(MOST_RANDOM_PAIRS, RANDOM_PAIRS_EACH * people.size());
    }

    /** At which levels strangers are: whatever the weights, so it is enough to look once. */
    private LevelCounts random(Parameters first) {
        var engine = new MatchingEngine(first, frequencies, births);
        List<Prepared> prepared = people.stream().map(engine::prepare).toList();
        var counts = new LevelCounts();
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < randomPairs(); i++) {
            int left = random.nextInt(prepared.size());
            int right = random.nextInt(prepared.size());
            if (left != right) {
                counts.add(engine.score(prepared.get(left), prepared.get(right), prepared.size()), 1);
            }
        }
        return counts;
    }

    private static Parameters learnt(Parameters first, LevelCounts matches, LevelCounts random, double sampled) {
        var given = OddsTable.withM(first.given(), NAMES, Field.GIVEN_NAME, matches);
        var family = OddsTable.withM(first.family(), NAMES, Field.FAMILY_NAME, matches);
        var birthM = OddsTable.withM(first.birth(), DAYS, Field.BIRTH_DATE, matches);
        var birth = OddsTable.withU(birthM, DAYS, Field.BIRTH_DATE, random, matches, sampled);
        var sexM = OddsTable.withM(first.sex(), SEXES, Field.SEX, matches);
        var sex = OddsTable.withU(sexM, SEXES, Field.SEX, random, matches, sampled);
        return new Parameters(
                version(first.version(), given, family, birth, sex),
                given,
                family,
                first.swapped(),
                birth,
                first.childhoodDays(),
                sex,
                first.nationality(),
                first.document(),
                first.kin(),
                first.givenShare(),
                first.familyShare(),
                first.population(),
                first.thresholds());
    }

    /** Changes with any number. */
    @SafeVarargs
    private static String version(String first, Map<?, Odds>... tables) {
        int hash = 1;
        for (Map<?, Odds> table : tables) {
            int sum = 0;
            for (var entry : table.entrySet()) {
                sum += String.valueOf(entry.getKey()).hashCode() * 31
                        ^ entry.getValue().hashCode();
            }
            hash = 31 * hash + sum;
        }
        return "%s-learnt-%08x".formatted(first, hash);
    }
}
