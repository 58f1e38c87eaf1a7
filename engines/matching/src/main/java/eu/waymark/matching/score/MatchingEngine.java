package eu.waymark.matching.score;

import eu.waymark.matching.Demographics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says how likely two records are one child's. Fellegi-Sunter: the prior in bits plus log2(m/u) of each field;
 * whatever is missing adds nothing. Immutable and thread-safe.
 */
public final class MatchingEngine {

    private final Parameters parameters;
    private final TermFrequencies frequencies;
    private final BirthComparison births;
    private final Guards guards;

    public MatchingEngine(Parameters parameters, TermFrequencies frequencies) {
        this.parameters = parameters;
        this.frequencies = frequencies;
        this.births = new BirthComparison(parameters);
        this.guards = new Guards(parameters);
    }

    /** The first model, without frequencies. */
    public static MatchingEngine standard() {
        return new MatchingEngine(Parameters.FIRST, TermFrequencies.unknown());
    }

    /** The model in use. */
    public Parameters parameters() {
        return parameters;
    }

    /** Makes a person ready for many comparisons; costs microseconds once their words are cached. */
    public Prepared prepare(Demographics person) {
        return Prepared.of(person, frequencies, parameters);
    }

    /**
     * Compares two people. Symmetric.
     *
     * @param population how many people the register holds, at least 1: the prior is one in so many
     */
    public Score score(Prepared left, Prepared right, long population) {
        double prior = 1.0 / (Math.max(population, 1) + 1);
        var reasons = new ArrayList<Contribution>(8);
        reasons.add(Contribution.of(Field.PRIOR, PlainLevel.PRIOR, new Odds(prior, 1 - prior)));
        NameEvidence names = names(left, right);
        reasons.addAll(names.contributions());
        Contribution birth = births.compare(left.births(), right.births());
        addIfCompared(reasons, birth);
        Contribution sex = sex(left, right);
        addIfCompared(reasons, sex);
        addIfCompared(reasons, nationality(left, right));
        var agreements = new FieldAgreements(names.agreement(), agreement(birth), agreement(sex));
        BirthLevel birthLevel = birth == null ? null : (BirthLevel) birth.level();
        addIfCompared(reasons, guards.hold(sum(reasons), names, agreements, birthLevel));
        return scored(reasons, agreements, isRelative(names, agreements));
    }

    /**
     * Ranks what blocking brought up. A hit is certain only with the margin of {@link Parameters.Thresholds} to the
     * best record of another identity.
     */
    public <T> Ranking<T> rank(Prepared query, Collection<Candidate<T>> candidates, long population) {
        List<Scored<T>> scored = candidates.stream()
                .map(candidate -> new Scored<>(candidate, score(query, candidate.demographics(), population)))
                .sorted(Comparator.comparingDouble(
                                (Scored<T> one) -> one.score().weight())
                        .reversed())
                .toList();
        var hits = new ArrayList<Ranked<T>>();
        var relatives = new ArrayList<Ranked<T>>();
        for (Scored<T> one : scored) {
            if (one.score().band() != Band.NONE) {
                hits.add(ranked(one, scored));
            } else if (one.score().possibleRelative()) {
                relatives.add(ranked(one, scored));
            }
        }
        return new Ranking<>(hits, relatives);
    }

    private <T> Ranked<T> ranked(Scored<T> one, List<Scored<T>> best) {
        double margin = best.stream()
                .filter(other -> !one.sameIdentity(other))
                .findFirst()
                .map(other -> Math.min(
                        Ranking.UNCONTESTED,
                        one.score().weight() - other.score().weight()))
                .orElse(Ranking.UNCONTESTED);
        boolean contested = margin < parameters.thresholds().marginBits();
        Band band = one.score().band() == Band.CERTAIN && contested
                ? Band.POSSIBLE
                : one.score().band();
        return new Ranked<>(one.candidate().record(), one.score(), band, margin);
    }

    /** A candidate with its score, before its place is known. */
    private record Scored<T>(Candidate<T> candidate, Score score) {

        boolean sameIdentity(Scored<T> other) {
            return this == other
                    || candidate.identity() != null && Objects.equals(candidate.identity(), other.candidate.identity());
        }
    }

    /** Of several names on either side, the pair that agrees best. */
    private NameEvidence names(Prepared left, Prepared right) {
        NameEvidence best = null;
        for (PreparedName a : left.names()) {
            for (PreparedName b : right.names()) {
                NameEvidence here = new NameComparison(a, b, parameters).compare();
                if (best == null || here.bits() > best.bits()) {
                    best = here;
                }
            }
        }
        return best == null ? NameEvidence.NONE : best;
    }

    private @Nullable Contribution sex(Prepared left, Prepared right) {
        if (!left.sex().known() || !right.sex().known()) {
            return null;
        }
        return left.sex() == right.sex()
                ? Contribution.of(Field.SEX, PlainLevel.SAME, parameters.sameSex())
                : Contribution.of(Field.SEX, PlainLevel.DIFFERENT, parameters.otherSex());
    }

    private @Nullable Contribution nationality(Prepared left, Prepared right) {
        if (left.nationalities().isEmpty() || right.nationalities().isEmpty()) {
            return null;
        }
        return left.nationalities().stream().anyMatch(right.nationalities()::contains)
                ? Contribution.of(Field.NATIONALITY, PlainLevel.SAME, parameters.sharedNationality())
                : Contribution.of(Field.NATIONALITY, PlainLevel.DIFFERENT, parameters.otherNationality());
    }

    /** Flagged only where the births allow it: a common surname alone makes nobody a sibling. */
    private static boolean isRelative(NameEvidence names, FieldAgreements agreements) {
        boolean bornTogether = agreements.birthDate() == Agreement.AGREE || agreements.birthDate() == Agreement.PARTLY;
        return bornTogether && Guards.isRelative(names, agreements);
    }

    private Score scored(List<Contribution> reasons, FieldAgreements agreements, boolean possibleRelative) {
        double weight = sum(reasons);
        double probability = 1 / (1 + Math.pow(2, -weight));
        return new Score(weight, probability, band(probability), reasons, agreements, possibleRelative);
    }

    private Band band(double probability) {
        if (probability >= parameters.thresholds().certain()) {
            return Band.CERTAIN;
        }
        return probability >= parameters.thresholds().possible() ? Band.POSSIBLE : Band.NONE;
    }

    /** In order, so that whoever adds them up gets the same last digit. */
    private static double sum(List<Contribution> reasons) {
        double sum = 0;
        for (Contribution reason : reasons) {
            sum += reason.bits();
        }
        return sum;
    }

    private static Agreement agreement(@Nullable Contribution compared) {
        return compared == null ? Agreement.NOT_COMPARED : compared.level().agreement();
    }

    private static void addIfCompared(List<Contribution> reasons, @Nullable Contribution reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }
}
