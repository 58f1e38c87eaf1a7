package eu.waymark.matching.synthetic;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.TokenForms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the children of one family: siblings share the surname, no two the given name. */
final class Family {

    /** Of the families with several children; three children in a hundred are twins. */
    private static final double TWINS = .09;

    private static final double TWINS_WITH_SIMILAR_NAMES = .35;
    private static final double SECOND_GIVEN = .2;
    private static final int CHILDHOOD_DAYS = 18 * 365;
    private static final int LEAST_DAYS_APART = 300;
    private static final int MOST_DAYS_APART = 1_500;

    private final LocalDate reference;
    private final RandomGenerator random;
    private final Household household;
    private final NamePool names;

    Family(LocalDate reference, RandomGenerator random) {
        this.reference = reference;
        this.random = random;
        this.household = Household.of(random);
        this.names = NamePool.of(household.origin());
    }

    /** @param upTo how many to draw; the first ones are always the same */
    List<Child> children(int size, int upTo) {
        var children = new ArrayList<Child>(upTo);
        boolean twins = size > 1 && random.nextDouble() < TWINS;
        int spread = (size - 1) * MOST_DAYS_APART;
        LocalDate birth = reference.minusDays(1 + random.nextInt(CHILDHOOD_DAYS - spread));
        for (int i = 0; i < upTo; i++) {
            boolean second = twins && i == 1;
            if (i > 0 && !second) {
                birth = birth.minusDays(random.nextInt(LEAST_DAYS_APART, MOST_DAYS_APART));
            }
            children.add(child(birth, twins && i < 2, second ? children.getFirst() : null, children));
        }
        return children;
    }

    private Child child(LocalDate birth, boolean twin, @Nullable Child twinOf, List<Child> siblings) {
        String id = Seeds.id(random);
        Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        Word given = given(sex, twinOf, siblings);
        Word drawn =
                household.origin().isLatin() && random.nextDouble() < SECOND_GIVEN ? names.given(sex, random) : null;
        Word second = drawn == null || isOneName(drawn, given) || isTaken(drawn, siblings) ? null : drawn;
        boolean defaultDay = random.nextDouble() < household.origin().defaultDays();
        return new Child(
                id,
                household,
                sex,
                given,
                second,
                household.patronymic(sex),
                household.surname(sex),
                household.secondSurname(sex),
                birth,
                twinOf == null ? defaultDay : twinOf.defaultDay(),
                twin);
    }

    private Word given(Sex sex, @Nullable Child twinOf, List<Child> siblings) {
        Word given = twinOf != null && random.nextDouble() < TWINS_WITH_SIMILAR_NAMES
                ? names.similar(twinOf.given(), sex, random)
                : names.given(sex, random);
        while (isTaken(given, siblings)) {
            given = names.given(sex, random);
        }
        return given;
    }

    /** Nobody calls two children by one name, nor by two forms of it: nothing could tell such twins apart. */
    private static boolean isTaken(Word given, List<Child> siblings) {
        return siblings.stream()
                .flatMap(sibling -> Stream.of(sibling.given(), sibling.secondGiven()))
                .anyMatch(taken -> taken != null && isOneName(taken, given));
    }

    private static boolean isOneName(Word name, Word other) {
        TokenForms left = firstWord(name);
        TokenForms right = firstWord(other);
        return left.sameWord(right) || left.sameGroup(right);
    }

    private static TokenForms firstWord(Word given) {
        return NameReader.shared()
                .read(PersonName.of(given.own(), null), Set.of())
                .getFirst()
                .forms();
    }
}
