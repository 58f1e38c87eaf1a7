package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers of the model, versioned: a stored decision names the version that made it. Every level has odds; a better
 * level never counts for less than a worse one; the probabilities of all outcomes of a field add up to one. A table that
 * breaks this is refused with an {@link IllegalArgumentException}. {@link ParametersText} writes and reads it.
 *
 * @param version changes with any number below
 * @param given odds of given names; at levels that depend on the word, u is a multiple of the word's share
 * @param family odds of family names, likewise
 * @param swapped what m is multiplied by, for each word, where a given name agrees with a family name
 * @param birth odds of births; at {@code OVERLAP}, u is a multiple of the window's share of childhood
 * @param childhoodDays days over which births of the register spread
 * @param sex odds of equal and unequal sexes
 * @param nationality odds of at least one nationality in common, and of none
 * @param document odds of documents of one type and issuer
 * @param kin how relatives show
 * @param givenShare share of a given name of which no frequency is known
 * @param familyShare share of such a family name
 * @param population among how many people the child is sought where the caller has no register
 * @param thresholds where the bands begin
 */
public record Parameters(
        String version,
        Map<NameLevel, Odds> given,
        Map<NameLevel, Odds> family,
        double swapped,
        Map<BirthLevel, Odds> birth,
        double childhoodDays,
        Map<PlainLevel, Odds> sex,
        Map<PlainLevel, Odds> nationality,
        Map<DocumentLevel, Odds> document,
        Map<Relation, Kin> kin,
        double givenShare,
        double familyShare,
        long population,
        Thresholds thresholds) {

    /** The first model: set by hand, for registers of children under 18 with births over 18 years. */
    public static final Parameters FIRST = FirstModel.parameters();

    /**
     * Where the bands begin.
     *
     * @param certain least probability of {@link Band#CERTAIN}
     * @param possible least probability of {@link Band#POSSIBLE}
     * @param marginBits least distance of a certain hit to the next identity
     * @param commonGivenBits least rarity of a given name by which to recognise a child who has another family name,
     *     in bits against a name of unknown frequency
     * @param kinOdds least odds of a relative against a stranger for which a relation is named
     */
    public record Thresholds(
            double certain, double possible, double marginBits, double commonGivenBits, double kinOdds) {

        double certainBits() {
            return Odds.log2(certain / (1 - certain));
        }

        double possibleBits() {
            return Odds.log2(possible / (1 - possible));
        }
    }

    public Parameters {
        given = copy(given);
        family = copy(family);
        birth = copy(birth);
        sex = copy(sex);
        nationality = copy(nationality);
        document = copy(document);
        kin = copy(kin);
        ParameterChecks.ofNames("given", given, givenShare);
        ParameterChecks.ofNames("family", family, familyShare);
        ParameterChecks.ofBirths(birth);
        ParameterChecks.ofPlain("sex", sex);
        ParameterChecks.ofPlain("nationality", nationality);
        ParameterChecks.ofDocuments(document);
        ParameterChecks.ofKin(kin);
    }

    /** The same model under another version with other odds of names, births and sexes, as training finds them. */
    public Parameters trained(
            String name,
            Map<NameLevel, Odds> givenOdds,
            Map<NameLevel, Odds> familyOdds,
            Map<BirthLevel, Odds> birthOdds,
            Map<PlainLevel, Odds> sexOdds) {
        return new Parameters(
                name,
                givenOdds,
                familyOdds,
                swapped,
                birthOdds,
                childhoodDays,
                sexOdds,
                nationality,
                document,
                kin,
                givenShare,
                familyShare,
                population,
                thresholds);
    }

    /** The odds of a level for a word of a role; where the role is not known, those of family names. */
    Odds name(NameRole role, NameLevel level) {
        return of(role == NameRole.GIVEN ? given : family, level);
    }

    Odds birth(BirthLevel level) {
        return of(birth, level);
    }

    Odds sex(PlainLevel level) {
        return of(sex, level);
    }

    Odds nationality(PlainLevel level) {
        return of(nationality, level);
    }

    Odds document(DocumentLevel level) {
        return of(document, level);
    }

    Kin kin(Relation relation) {
        return of(kin, relation);
    }

    double shareUnknown(NameRole role) {
        return role == NameRole.FAMILY ? familyShare : givenShare;
    }

    /** By number, since every comparison looks up a dozen. */
    private static <K extends Enum<K>, V> Map<K, V> copy(Map<K, V> table) {
        return table.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(table));
    }

    private static <K, V> V of(Map<K, V> table, K level) {
        V value = table.get(level);
        if (value == null) {
            throw new IllegalStateException("The parameters say nothing about level " + level);
        }
        return value;
    }
}
