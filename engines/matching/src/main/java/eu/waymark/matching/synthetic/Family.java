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
import org.jspecify.annotations.Nullable;

/** Draws the children of one family: siblings share the surname, no two the given name. */
final class Family {

    /** About four children in ten have a brother or sister on record. */
    private static final double[] AT_MOST = {.75, .93, 1};

    /** Of the families with several children; about three children in a hundred are twins. */
    private static final double TWINS = .08;

    private static final double TWO_SURNAMES = .08;
    private static final int CHILDHOOD_DAYS = 18 * 365;
    private static final int LEAST_DAYS_APART = 300;
    private static final int MOST_DAYS_APART = 1_800;

    private final Origin origin;
    private final LocalDate reference;
    private final RandomGenerator random;
    private final String familyId;
    private final Surname surname;
    private final @Nullable Surname secondSurname;

    Family(LocalDate reference, RandomGenerator random) {
        this.random = random;
        this.reference = reference;
        this.origin = Origin.any(random);
        this.familyId = Ids.next(random);
        NamePool names = NamePool.of(origin);
        this.surname = names.surname(random);
        this.secondSurname = origin.isLatin() && random.nextDouble() < TWO_SURNAMES ? names.surname(random) : null;
    }

    List<Child> children() {
        int count = 1;
        for (double draw = random.nextDouble(); draw > AT_MOST[count - 1]; ) {
            count++;
        }
        var children = new ArrayList<Child>(count);
        LocalDate birth = reference.minusDays(1 + random.nextInt(CHILDHOOD_DAYS));
        LocalDate oldest = reference.minusDays(CHILDHOOD_DAYS);
        for (int i = 0; i < count && birth.isAfter(oldest); i++) {
            children.add(child(birth, children));
            birth = birth.minusDays(random.nextInt(LEAST_DAYS_APART, MOST_DAYS_APART));
        }
        if (children.size() > 1 && random.nextDouble() < TWINS) {
            children.set(0, children.get(0).bornWith(children.get(0)));
            children.set(1, children.get(1).bornWith(children.get(0)));
        }
        return children;
    }

    private Child child(LocalDate birth, List<Child> siblings) {
        Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        Word given;
        do {
            given = NamePool.of(origin).given(sex, random);
        } while (isTaken(given, siblings));
        boolean defaultDay = random.nextDouble() < origin.defaultDays();
        return new Child(
                Ids.next(random), familyId, origin, sex, given, surname, secondSurname, birth, defaultDay, false);
    }

    /** Nobody calls two children by one name, nor by two forms of it. */
    private static boolean isTaken(Word given, List<Child> siblings) {
        return siblings.stream()
                .anyMatch(sibling -> forms(sibling.given()).sameGroup(forms(given))
                        || forms(sibling.given()).sameWord(forms(given)));
    }

    private static TokenForms forms(Word given) {
        return NameReader.shared()
                .read(PersonName.of(given.own(), null), Set.of())
                .getFirst()
                .forms();
    }
}
