package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.Contribution;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What must hold for any two people, whatever the parameters say. */
class MatchingPropertiesTest {

    private static final long POPULATION = 100_000;
    private static final double ROUNDING = 1e-9;

    private final MatchingEngine engine = MatchingEngine.standard();

    @Property
    void whoComesFirstDoesNotMatter(@ForAll("people") Demographics one, @ForAll("people") Demographics other) {
        Score there = score(one, other);
        Score back = score(other, one);

        assertThat(back.weight()).isCloseTo(there.weight(), within(ROUNDING));
        assertThat(back.band()).isEqualTo(there.band());
        assertThat(back.relation()).isEqualTo(there.relation());
    }

    @Property
    void theScoreIsTheSumOfItsExplanation(@ForAll("people") Demographics one, @ForAll("people") Demographics other) {
        Score score = score(one, other);

        double sum =
                score.contributions().stream().mapToDouble(Contribution::bits).sum();

        assertThat(sum).isCloseTo(score.weight(), within(ROUNDING));
        assertThat(score.probability()).isCloseTo(1 / (1 + Math.pow(2, -sum)), within(ROUNDING));
    }

    @Property
    void theOrderOfNamesAndBirthsOnRecordDoesNotMatter(
            @ForAll("people") Demographics one, @ForAll("people") Demographics other) {
        Score turned = score(withTurnedLists(one), other);

        assertThat(turned.weight()).isCloseTo(score(one, other).weight(), within(ROUNDING));
    }

    @Property
    void theOrderOfPartsOfAFullNameDoesNotMatter(@ForAll("people") Demographics other) {
        Score directory = score(People.called("Koval Anna", "2012-05-17", 2), other);
        Score spoken = score(People.called("Anna Koval", "2012-05-17", 2), other);

        assertThat(directory.band()).isEqualTo(spoken.band());
    }

    @Property
    void theSameSexOnBothSidesNeverLowers(@ForAll("people") Demographics one, @ForAll("people") Demographics other) {
        Score without = score(withSex(one, Sex.NOT_KNOWN), withSex(other, Sex.NOT_KNOWN));
        Score with = score(withSex(one, Sex.FEMALE), withSex(other, Sex.FEMALE));

        assertThat(with.weight()).isGreaterThanOrEqualTo(without.weight() - ROUNDING);
    }

    @Property
    void theSameNationalityOnBothSidesNeverLowers(
            @ForAll("people") Demographics one, @ForAll("people") Demographics other) {
        Score without = score(withNationalities(one, Set.of()), withNationalities(other, Set.of()));
        Score with = score(withNationalities(one, Set.of("SY")), withNationalities(other, Set.of("SY")));

        assertThat(with.weight()).isGreaterThanOrEqualTo(without.weight() - ROUNDING);
    }

    @Property
    void aSharedBirthNeverLowersWhatNoBirthGave(
            @ForAll("people") Demographics one,
            @ForAll("people") Demographics other,
            @ForAll("births") BirthDate birth) {
        Score without = score(withBirths(one, List.of()), withBirths(other, List.of()));
        Score with = score(withBirths(one, List.of(birth)), withBirths(other, List.of(birth)));

        assertThat(bits(with)).isGreaterThanOrEqualTo(bits(without) - ROUNDING);
    }

    @Property
    void aLargerRegisterNeverMakesAPairMoreLikely(
            @ForAll("people") Demographics one,
            @ForAll("people") Demographics other,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long population) {
        Score small = engine.score(engine.prepare(one), engine.prepare(other), population);
        Score large = engine.score(engine.prepare(one), engine.prepare(other), population * 2);

        assertThat(large.weight()).isLessThanOrEqualTo(small.weight() + ROUNDING);
    }

    @Property
    void whoeverHasNoNameMatchesNobody(@ForAll("people") Demographics one, @ForAll("births") BirthDate birth) {
        var nameless = new Demographics(List.of(), List.of(birth), one.sex(), one.nationalities());

        assertThat(score(nameless, withBirths(one, List.of(birth))).band()).isEqualTo(Band.NONE);
    }

    @Property
    void aPersonIsNeverLessLikeThemselvesThanLikeAnother(
            @ForAll("people") Demographics one, @ForAll("people") Demographics other) {
        assertThat(score(one, other).band())
                .matches(band -> band != Band.CERTAIN || score(one, one).band() == band);
    }

    @Provide
    Arbitrary<Demographics> people() {
        return InventedPeople.people();
    }

    @Provide
    Arbitrary<BirthDate> births() {
        return InventedPeople.births();
    }

    /** What the evidence says, relatives and guards left out: another explanation may rise with a shared birth. */
    private static double bits(Score score) {
        return score.evidenceWeight();
    }

    private Score score(Demographics one, Demographics other) {
        return engine.score(engine.prepare(one), engine.prepare(other), POPULATION);
    }

    private static Demographics withTurnedLists(Demographics person) {
        var names = new ArrayList<>(person.names());
        var births = new ArrayList<>(person.births());
        Collections.reverse(names);
        Collections.reverse(births);
        return new Demographics(names, births, person.sex(), person.nationalities());
    }

    private static Demographics withSex(Demographics person, Sex sex) {
        return new Demographics(person.names(), person.births(), sex, person.nationalities());
    }

    private static Demographics withBirths(Demographics person, List<BirthDate> births) {
        return new Demographics(person.names(), births, person.sex(), person.nationalities());
    }

    private static Demographics withNationalities(Demographics person, Set<String> nationalities) {
        return new Demographics(person.names(), person.births(), person.sex(), nationalities);
    }
}
