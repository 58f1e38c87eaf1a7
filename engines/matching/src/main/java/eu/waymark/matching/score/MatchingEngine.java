package eu.waymark.matching.score;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.Document;
import eu.waymark.matching.Sex;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Says how likely two records are one child's. Fellegi-Sunter with three hypotheses, the same child, a relative and a
 * stranger: the prior in bits plus log2(m/u) of each field, less what relatives explain; whatever is missing adds
 * nothing. Immutable and thread-safe.
 */
public final class MatchingEngine {

    /** However many words agree, it is no match. */
    public static final int NO_WORDS_SUFFICE = Integer.MAX_VALUE;

    private final Parameters parameters;
    private final TermFrequencies frequencies;
    private final PreparedBirths births;
    private final Comparing comparing;
    private final Kinship kinship;
    private final Guards guards;

    /**
     * An engine.
     *
     * @param frequencies how common names are
     * @param days how often claims name a day
     */
    public MatchingEngine(Parameters parameters, TermFrequencies frequencies, BirthFrequencies days) {
        this.parameters = parameters;
        this.frequencies = frequencies;
        this.births = new PreparedBirths(days);
        this.comparing = new Comparing(parameters);
        this.kinship = new Kinship(parameters);
        this.guards = new Guards(parameters);
    }

    /** An engine to which all days are alike. */
    public MatchingEngine(Parameters parameters, TermFrequencies frequencies) {
        this(parameters, frequencies, BirthFrequencies.unknown());
    }

    /** The first model, with the frequencies of very common names only. */
    public static MatchingEngine standard() {
        return new MatchingEngine(Parameters.FIRST, TermFrequencies.common());
    }

    /** The model in use. */
    public Parameters parameters() {
        return parameters;
    }

    /** Makes a person ready for many comparisons; costs microseconds once their words are cached. */
    public Prepared prepare(Demographics person) {
        List<List<NameToken>> names = person.names().stream()
                .map(name -> NameReader.shared().read(name, person.nationalities()))
                .filter(tokens -> !tokens.isEmpty())
                .toList();
        return prepare(names, person.births(), person.sex(), person.nationalities(), person.documents());
    }

    /** As {@link #prepare(Demographics)}, of names that have been read already. */
    public Prepared prepare(
            List<List<NameToken>> names,
            List<BirthDate> claims,
            Sex sex,
            Set<String> nationalities,
            List<Document> documents) {
        return prepare(
                names.stream().map(name -> name.toArray(NameToken[]::new)).toArray(NameToken[][]::new),
                claims.toArray(BirthDate[]::new),
                sex,
                nationalities,
                documents.toArray(Document[]::new));
    }

    /** As {@link #prepare(List, List, Sex, Set, List)}, of arrays that the caller gives away. */
    public Prepared prepare(
            NameToken[][] names, BirthDate[] claims, Sex sex, Set<String> nationalities, Document[] documents) {
        var prepared = new PreparedName[Math.min(Prepared.MAX_NAMES, names.length)];
        for (int i = 0; i < prepared.length; i++) {
            prepared[i] = PreparedName.of(names[i], frequencies, parameters);
        }
        return new Prepared(prepared, births.of(claims), sex, nationalities, documents);
    }

    /** As {@link #score(Prepared, Prepared, long)} for a pair without a register: {@link Parameters#population()}. */
    public Score score(Prepared left, Prepared right) {
        return score(left, right, parameters.population());
    }

    /**
     * Compares two people. Symmetric.
     *
     * @param population how many people the register holds, at least 1: the prior is one in so many
     */
    public Score score(Prepared left, Prepared right, long population) {
        return score(weigh(left, right, population));
    }

    /**
     * Whether the two may be a match at all: a fraction of the work of a comparison.
     *
     * @return false where every score of the two has band {@link Band#NONE}; they may still be relatives
     */
    public boolean mayMatch(Prepared left, Prepared right) {
        return comparing.mayMatch(left, right);
    }

    /**
     * How many words of two names must go together before somebody with that one exact day of birth may be a match.
     *
     * @param day since 1970-01-01
     * @return {@link #NO_WORDS_SUFFICE} where the births contradict each other and no document can say otherwise
     */
    public int leastWords(Prepared asked, long day) {
        return comparing.leastWords(asked, births.ofDay(day));
    }

    /** As {@link #leastWords(Prepared, long)}, of somebody whose birth is not known. */
    public int leastWords(Prepared asked) {
        return Prospects.leastWords(asked);
    }

    /** Compares a candidate with a question without giving reasons: those are made when it is ranked. */
    public <T> WeighedCandidate<T> weigh(Prepared query, Candidate<T> candidate, long population) {
        return new WeighedCandidate<>(candidate, weigh(query, candidate.demographics(), population));
    }

    /**
     * Ranks what blocking brought up. A hit is certain only with the margin of {@link Parameters.Thresholds} to the
     * best record of another identity.
     */
    public <T> Ranking<T> rank(Prepared query, Collection<Candidate<T>> candidates, long population) {
        var weighed = new ArrayList<WeighedCandidate<T>>(candidates.size());
        for (Candidate<T> candidate : candidates) {
            weighed.add(weigh(query, candidate, population));
        }
        return rank(weighed);
    }

    /** As {@link #rank(Prepared, Collection, long)}, of those who have been weighed already. */
    public <T> Ranking<T> rank(Collection<WeighedCandidate<T>> candidates) {
        return new Ranker<T>(parameters.thresholds(), this::score).rank(candidates);
    }

    private Weighed weigh(Prepared left, Prepared right, long population) {
        Comparison compared = comparing.compare(left, right);
        long people = Math.max(population, 1);
        Kinship.Odd kin = kinship.of(compared, people);
        Odds prior = prior(people);
        double evidence = prior.bits() + compared.bits() + kin.bits();
        Guard guard = guards.of(compared);
        double held = guard == null ? 0 : guards.bits(guard, evidence);
        return new Weighed(compared, prior, kin, evidence, guard, held);
    }

    private Score score(Weighed weighed) {
        double probability = probability(weighed.weight());
        Band band = band(probability);
        double kin = weighed.kin().odds();
        return new Score(
                weighed.weight(),
                probability,
                band,
                weighed.reasons(),
                weighed.compared().agreements(),
                weighed.relation(band, parameters.thresholds().kinOdds()),
                (1 - probability) * kin / (1 + kin),
                weighed.compared().positions());
    }

    private static Odds prior(long people) {
        double prior = 1.0 / (people + 1.0);
        return new Odds(prior, 1 - prior);
    }

    private static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    private Band band(double probability) {
        if (probability >= parameters.thresholds().certain()) {
            return Band.CERTAIN;
        }
        return probability >= parameters.thresholds().possible() ? Band.POSSIBLE : Band.NONE;
    }
}
