package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What goes wrong with a name. A fault that does not fit leaves everything as it is. */
final class NameFaults {

    private static final List<String> PLACEHOLDERS = List.of("Unknown", "N.N.", "FNU", "XXX", "Unbekannt", "Inconnu");
    private static final Set<String> PARTICLES = Set.of(
            "van", "de", "der", "den", "het", "ten", "ter", "von", "zu", "vom", "la", "le", "du", "da", "do", "dos",
            "das", "del", "los", "di", "della", "al", "el");

    private final RandomGenerator random;
    private final Slips slips;

    NameFaults(RandomGenerator random) {
        this.random = random;
        this.slips = new Slips(random);
    }

    /** What the clerk is told, before anything is written. */
    Child tell(Fault fault, Child child) {
        return switch (fault) {
            case DIMINUTIVE -> {
                List<Word> forms = child.given().shortForms();
                yield forms.isEmpty() ? child : child.withGiven(forms.get(random.nextInt(forms.size())));
            }
            case OTHER_GENDER -> otherGender(child);
            case CHANGED_SURNAME -> {
                Surname mothers = child.household().mothers();
                yield mothers == null ? child : child.withSurname(mothers.of(child.sex()), null);
            }
            default -> child;
        };
    }

    Sheet apply(Fault fault, Sheet sheet, Origin origin) {
        String given = sheet.given();
        String family = sheet.family();
        if (given == null || family == null) {
            return sheet;
        }
        return switch (fault) {
            case TYPO ->
                random.nextBoolean() ? sheet.withGiven(slips.typo(given)) : sheet.withFamily(slips.typo(family));
            case OCR -> random.nextBoolean() ? sheet.withGiven(slips.ocr(given)) : sheet.withFamily(slips.ocr(family));
            case INITIAL -> sheet.withGiven(given.substring(0, given.offsetByCodePoints(0, 1)) + ".");
            case EXTRA_GIVEN -> sheet.withGiven(given + " " + extra(sheet.sex(), origin));
            case DROPPED_GIVEN -> sheet.withGiven(first(given));
            case SWAPPED_NAMES -> sheet.withGiven(family).withFamily(given);
            case DROPPED_SURNAME -> sheet.withFamily(oneOf(family));
            case DROPPED_PARTICLE -> sheet.withFamily(withoutParticles(family));
            case JOINED_NAMES ->
                random.nextBoolean() ? sheet.withGiven(joined(given)) : sheet.withFamily(joined(family));
            case ONE_FIELD -> sheet.inOneField();
            case PLACEHOLDER -> placeholder(sheet);
            case MISSING_GIVEN -> sheet.withGiven(null);
            case MISSING_FAMILY -> sheet.withFamily(null);
            default -> sheet;
        };
    }

    private static Child otherGender(Child child) {
        Surname surname = child.household().surname();
        return surname == null || surname.male().own().equals(child.surname().own())
                ? child
                : child.withSurname(surname.male(), child.secondSurname());
    }

    private String extra(Sex sex, Origin origin) {
        List<String> spellings =
                NamePool.of(origin).given(sex.known() ? sex : Sex.MALE, random).latin();
        return spellings.get(random.nextInt(spellings.size()));
    }

    private Sheet placeholder(Sheet sheet) {
        String word = PLACEHOLDERS.get(random.nextInt(PLACEHOLDERS.size()));
        return random.nextBoolean() ? sheet.withGiven(word) : sheet.withFamily(word);
    }

    private static String first(String given) {
        int end = given.indexOf(' ');
        return end < 0 ? given : given.substring(0, end);
    }

    /** Particles stay with the surname that they precede. */
    private String oneOf(String family) {
        String[] words = family.split(" ");
        int split = 1;
        while (split < words.length && PARTICLES.contains(words[split - 1].toLowerCase(Locale.ROOT))) {
            split++;
        }
        if (split >= words.length) {
            return family;
        }
        boolean keepsFirst = random.nextDouble() < .7;
        List<String> all = List.of(words);
        return String.join(" ", keepsFirst ? all.subList(0, split) : all.subList(split, all.size()));
    }

    private static String withoutParticles(String family) {
        var kept = new StringBuilder(family.length());
        for (String word : family.split("[ -]")) {
            if (!PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        boolean none = kept.isEmpty() || kept.length() == family.length();
        return none ? family : kept.toString();
    }

    private String joined(String name) {
        if (name.indexOf('-') >= 0) {
            return name.replace("-", random.nextBoolean() ? " " : "");
        }
        return name.replace(" ", random.nextBoolean() ? "-" : "");
    }
}
