package eu.waymark.matching.synthetic;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes the differences with which a child turns up abroad; its name has been written by another clerk already. */
final class Corrupter {

    /** What goes wrong at a second registration. */
    enum Fault {
        NONE,
        DIMINUTIVE,
        SWAPPED_DATE,
        APPROXIMATE_YEAR,
        DROPPED_SURNAME,
        TYPO
    }

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final double SECOND_FAULT = .25;
    private static final double KEEPS_NATIVE_NAME = .3;

    private final RandomGenerator random;

    Corrupter(RandomGenerator random) {
        this.random = random;
    }

    /** One fault, sometimes two; a fault that does not fit (no second surname to drop) leaves the sheet as it is. */
    Sheet corrupt(Sheet sheet) {
        Sheet worse = random.nextDouble() < KEEPS_NATIVE_NAME ? sheet : sheet.withoutNativeName();
        worse = apply(any(), worse);
        return random.nextDouble() < SECOND_FAULT ? apply(any(), worse) : worse;
    }

    Sheet apply(Fault fault, Sheet sheet) {
        return switch (fault) {
            case NONE -> sheet;
            case DIMINUTIVE -> diminutive(sheet);
            case SWAPPED_DATE -> swappedDate(sheet);
            case APPROXIMATE_YEAR -> approximateYear(sheet);
            case DROPPED_SURNAME -> sheet.withFamily(sheet.family().split(" ")[0]);
            case TYPO ->
                random.nextBoolean() ? sheet.withGiven(typo(sheet.given())) : sheet.withFamily(typo(sheet.family()));
        };
    }

    private Fault any() {
        return FAULTS.get(random.nextInt(FAULTS.size()));
    }

    private Sheet diminutive(Sheet sheet) {
        var reader = NameReader.shared();
        List<String> others = reader.read(PersonName.of(sheet.given(), null), Set.of()).stream()
                .filter(token -> token.role() == NameRole.GIVEN)
                .flatMap(token -> token.forms().groups().stream())
                .flatMap(group -> reader.lexicon().members(group).stream())
                .filter(name -> name.chars().allMatch(letter -> letter < 'ʰ'))
                .toList();
        return others.isEmpty()
                ? sheet
                : sheet.withGiven(Romanisation.capitalised(others.get(random.nextInt(others.size()))));
    }

    private static Sheet swappedDate(Sheet sheet) {
        LocalDate day = sheet.day();
        return day == null || day.getDayOfMonth() > 12
                ? sheet
                : sheet.withBirth(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
                        .toString());
    }

    private Sheet approximateYear(Sheet sheet) {
        LocalDate day = sheet.day();
        return day == null ? sheet : sheet.withBirth(day.getYear() + random.nextInt(-1, 2) + "~");
    }

    /** Two neighbours swapped, a letter left out or doubled; never the first letter. */
    private String typo(String word) {
        if (word.length() < 4) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, at);
        return switch (random.nextInt(3)) {
            case 0 -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 1 -> before + word.substring(at + 1);
            default -> before + word.charAt(at) + word.substring(at);
        };
    }
}
