package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import java.util.Map;

/**
 * The numbers of the model, versioned: a stored decision names the version that made it.
 *
 * @param version changes with any number below
 * @param given odds of given names; at levels that depend on the word, u is a multiple of the word's share
 * @param family odds of family names, likewise
 * @param swapped what m is multiplied by where a given name agrees with a family name
 * @param birth odds of births; at {@code OVERLAP}, u is a multiple of the window's share of childhood
 * @param childhoodDays days over which births of the register spread
 * @param sameSex odds of equal sexes
 * @param otherSex odds of unequal sexes
 * @param sharedNationality odds of at least one nationality in common
 * @param otherNationality odds of none in common
 * @param givenShare share of a given name of which no frequency is known
 * @param familyShare share of such a family name
 * @param thresholds where the bands begin
 */
public record Parameters(
        String version,
        Map<NameLevel, Odds> given,
        Map<NameLevel, Odds> family,
        double swapped,
        Map<BirthLevel, Odds> birth,
        double childhoodDays,
        Odds sameSex,
        Odds otherSex,
        Odds sharedNationality,
        Odds otherNationality,
        double givenShare,
        double familyShare,
        Thresholds thresholds) {

    /**
     * Where the bands begin.
     *
     * @param certain least probability of {@link Band#CERTAIN}
     * @param possible least probability of {@link Band#POSSIBLE}
     * @param marginBits least distance of a certain hit to the next identity
     */
    public record Thresholds(double certain, double possible, double marginBits) {

        double certainBits() {
            return Odds.log2(certain / (1 - certain));
        }

        double possibleBits() {
            return Odds.log2(possible / (1 - possible));
        }
    }

    public Parameters {
        given = Map.copyOf(given);
        family = Map.copyOf(family);
        birth = Map.copyOf(birth);
    }

    /** The first model: set by hand, for registers of children under 18 with births over 18 years. */
    public static final Parameters FIRST = new Parameters(
            "1",
            names(new Odds(.005, .95), .12),
            names(new Odds(.03, .97), .06),
            .05,
            births(),
            18 * 365.25,
            new Odds(.98, .5),
            new Odds(.02, .5),
            new Odds(.9, .3),
            new Odds(.1, .7),
            1 / 300.0,
            1 / 2000.0,
            new Thresholds(.999, .05, 6));

    private static Map<NameLevel, Odds> names(Odds different, double equivalent) {
        return Map.ofEntries(
                Map.entry(NameLevel.IDENTICAL, new Odds(.60, .6)),
                Map.entry(NameLevel.ROMANISED, new Odds(.06, .1)),
                Map.entry(NameLevel.SPELLING, new Odds(.10, .3)),
                Map.entry(NameLevel.EQUIVALENT, new Odds(equivalent, .3)),
                Map.entry(NameLevel.COGNATE, new Odds(equivalent / 3, .5)),
                Map.entry(NameLevel.TYPO, new Odds(.07, 1)),
                Map.entry(NameLevel.TYPOS, new Odds(.02, 1)),
                Map.entry(NameLevel.SKELETON, new Odds(.02, 1)),
                Map.entry(NameLevel.SIMILAR, new Odds(.02, 2)),
                Map.entry(NameLevel.INITIAL, new Odds(.01, .05)),
                Map.entry(NameLevel.LOOKALIKE, new Odds(.001, .02)),
                Map.entry(NameLevel.DIFFERENT, different),
                Map.entry(NameLevel.FURTHER_DIFFERENT, new Odds(.10, .50)),
                Map.entry(NameLevel.EXTRA, new Odds(.25, .35)));
    }

    private static Map<BirthLevel, Odds> births() {
        return Map.ofEntries(
                Map.entry(BirthLevel.SAME_DAY, new Odds(.84, 1 / (18 * 365.25))),
                Map.entry(BirthLevel.SAME_DEFAULT_DAY, new Odds(.90, 1 / 18.0)),
                Map.entry(BirthLevel.OVERLAP, new Odds(.80, 1)),
                Map.entry(BirthLevel.DEFAULT_YEAR, new Odds(.60, 1 / 18.0)),
                Map.entry(BirthLevel.SLIP, new Odds(.05, .005)),
                Map.entry(BirthLevel.TOLERANCE, new Odds(.20, 2 / 18.0)),
                Map.entry(BirthLevel.SAME_YEAR, new Odds(.03, .05)),
                Map.entry(BirthLevel.ADJACENT_YEAR, new Odds(.03, .11)),
                Map.entry(BirthLevel.NEAR, new Odds(.01, .15)),
                Map.entry(BirthLevel.DISJOINT, new Odds(.00001, .70)));
    }

    /** The odds of a level for a word of a role; where the role is not known, those of family names. */
    Odds name(NameRole role, NameLevel level) {
        return odds(role == NameRole.GIVEN ? given : family, level);
    }

    Odds birth(BirthLevel level) {
        return odds(birth, level);
    }

    double shareUnknown(NameRole role) {
        return role == NameRole.FAMILY ? familyShare : givenShare;
    }

    private static <L extends Level> Odds odds(Map<L, Odds> table, L level) {
        Odds odds = table.get(level);
        if (odds == null) {
            throw new IllegalStateException("The parameters say nothing about level " + level);
        }
        return odds;
    }
}
