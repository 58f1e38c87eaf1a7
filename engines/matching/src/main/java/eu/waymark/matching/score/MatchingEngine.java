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
import org.jspecify.annotations.Nullable;

/**
 * Says how likely two records are one child's. Fellegi-Sunter with three hypotheses, the same child, a relative and a
 * stranger: the prior in bits plus log2(m/u) of each field, less what relatives explain; whatever is missing adds
 * nothing. Immutable and thread-safe.
 */
public final class MatchingEngine {

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
        var prepared = new ArrayList<PreparedName>(names.size());
        for (List<NameToken> tokens : names) {
            prepared.add(PreparedName.of(tokens, frequencies, parameters));
        }
        return Prepared.of(prepared, claims, sex, nationalities, documents, births);
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
        long people = Math.max(population, 1);
        Comparison compared = comparing.compare(left, right);
        Kinship.Odd kin = kinship.of(compared, people);
        Guard guard = guards.of(compared);
        double evidence = evidence(compared, kin, people);
        double held = guard == null ? 0 : guards.bits(guard, evidence);
        double weight = evidence + held;
        double probability = probability(weight);
        return new Score(
                weight,
                probability,
                band(probability),
                reasons(compared, kin, people, guard, held),
                compared.agreements(),
                relation(evidence, band(probability), kin),
                (1 - probability) * kin.odds() / (1 + kin.odds()),
                compared.positions());
    }

    /** The weight of {@link #score(Prepared, Prepared, long)} to the last bit, without its reasons. */
    public double weight(Prepared left, Prepared right, long population) {
        long people = Math.max(population, 1);
        Comparison compared = comparing.compare(left, right);
        Guard guard = guards.of(compared);
        double evidence = evidence(compared, kinship.of(compared, people), people);
        return guard == null ? evidence : evidence + guards.bits(guard, evidence);
    }

    /**
     * Ranks what blocking brought up. A hit is certain only with the margin of {@link Parameters.Thresholds} to the
     * best record of another identity.
     */
    public <T> Ranking<T> rank(Prepared query, Collection<Candidate<T>> candidates, long population) {
        return new Ranker<T>(parameters.thresholds().marginBits())
                .rank(candidates, candidate -> score(query, candidate.demographics(), population));
    }

    private static double evidence(Comparison compared, Kinship.Odd kin, long people) {
        return prior(people).bits() + compared.bits() + kin.bits();
    }

    private static Odds prior(long people) {
        double prior = 1.0 / (people + 1.0);
        return new Odds(prior, 1 - prior);
    }

    private static List<Contribution> reasons(
            Comparison compared, Kinship.Odd kin, long people, @Nullable Guard guard, double held) {
        var reasons = new ArrayList<Contribution>(10);
        reasons.add(Contribution.of(Field.PRIOR, PlainLevel.PRIOR, prior(people)));
        compared.addTo(reasons);
        if (kin.bits() < 0) {
            reasons.add(Contribution.held(Field.RELATIVES, PlainLevel.RELATIVES, kin.bits()));
        }
        if (guard != null && held < 0) {
            reasons.add(Contribution.held(Field.GUARD, guard, held));
        }
        return reasons;
    }

    /** A relative is named where one is likelier than the child itself and not much less likely than a stranger. */
    private Relation relation(double evidence, Band band, Kinship.Odd kin) {
        double same = Math.pow(2, evidence) * (1 + kin.odds());
        boolean likely = kin.odds() >= parameters.thresholds().kinOdds();
        if (band != Band.NONE && same > kin.odds()) {
            return Relation.SAME;
        }
        return likely ? kin.kind() : band == Band.NONE ? Relation.NONE : Relation.SAME;
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
