package eu.waymark.matching.explain;

import eu.waymark.matching.Sex;
import eu.waymark.matching.score.Agreement;
import eu.waymark.matching.score.BirthLevel;
import eu.waymark.matching.score.Contribution;
import eu.waymark.matching.score.DocumentLevel;
import eu.waymark.matching.score.Field;
import eu.waymark.matching.score.Guard;
import eu.waymark.matching.score.NameLevel;
import eu.waymark.matching.score.Odds;
import eu.waymark.matching.score.PlainLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts reasons into words that a social worker understands. No sentence contains a value of a record. */
final class Sentences {

    /** From here on the rarity of a name is worth a word. */
    private static final double NOTABLE_BITS = 1;

    private Sentences() {}

    static String of(Contribution reason) {
        return of(reason, false);
    }

    static String of(Contribution reason, boolean genderedSurname) {
        if (genderedSurname) {
            return "The family names are the masculine and feminine form of one surname.";
        }
        return switch (reason.level()) {
            case NameLevel level -> ofName(noun(reason.field()), level) + rarity(reason.rarityBits());
            case BirthLevel level -> ofBirth(level);
            case DocumentLevel level -> ofDocument(level);
            case Guard guard -> ofGuard(guard);
            case PlainLevel level -> ofPlain(reason.field(), level, reason.odds());
        };
    }

    /** As coarse as {@link Agreement}, for an asker who may not see the values. */
    static String coarse(Contribution reason) {
        return switch (reason.field()) {
            case GIVEN_NAME, FAMILY_NAME, NAME, PATRONYMIC, BIRTH_DATE, SEX, NATIONALITY, DOCUMENT ->
                "The " + noun(reason.field()) + " " + verb(reason.level().agreement()) + ".";
            case PRIOR, RELATIVES, GUARD -> of(reason);
        };
    }

    static String agreement(Agreement agreement) {
        return agreement.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String sex(Sex sex) {
        return sex.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String noun(Field field) {
        return switch (field) {
            case PRIOR -> "starting point";
            case GIVEN_NAME -> "given names";
            case FAMILY_NAME -> "family names";
            case NAME -> "names";
            case PATRONYMIC -> "fathers' names";
            case BIRTH_DATE -> "births";
            case SEX -> "sexes";
            case NATIONALITY -> "nationalities";
            case DOCUMENT -> "documents";
            case RELATIVES -> "relatives";
            case GUARD -> "rule";
        };
    }

    private static String verb(Agreement agreement) {
        return switch (agreement) {
            case AGREE -> "agree";
            case PARTLY -> "agree in part";
            case DIFFER -> "differ";
            case NOT_COMPARED -> "were not compared";
        };
    }

    private static String ofName(String names, NameLevel level) {
        String sentence =
                switch (level) {
                    case IDENTICAL -> "The %s are written the same.";
                    case ROMANISED -> "The %s are the same once written in Latin letters.";
                    case SPELLING -> "The %s are two spellings of one name.";
                    case EQUIVALENT -> "The %s are a name and its short or pet form.";
                    case COGNATE -> "The %s are one name in two languages.";
                    case TYPO -> "The %s are a slip of one letter apart.";
                    case TYPOS -> "The %s are a few letters apart.";
                    case SKELETON -> "The %s have the same consonants.";
                    case SIMILAR -> "The %s resemble each other.";
                    case INITIAL -> "Of the %s one is only an initial, and it fits.";
                    case LOOKALIKE -> "The %s look alike but are two different names.";
                    case DIFFERENT -> "The %s are different.";
                    case FURTHER_DIFFERENT -> "Of the %s a further word is different.";
                    case EXTRA -> "Of the %s one side has a word more.";
                };
        return sentence.formatted(names);
    }

    private static String rarity(double bits) {
        if (Math.abs(bits) < NOTABLE_BITS) {
            return "";
        }
        return bits > 0 ? " That name is rare, which says more." : " That name is common, which says less.";
    }

    private static String ofBirth(BirthLevel level) {
        return switch (level) {
            case SAME_DAY -> "The births are the same day.";
            case OTHER_CALENDAR -> "The births are the same day once one is read in another calendar.";
            case SWAPPED -> "The births are the same once day and month change places.";
            case YEAR_SLIP -> "The births are the same day of the year, and the year looks like a slip.";
            case SLIP -> "The births are a slip of one or two digits apart.";
            case ONE_PART -> "The births differ in the day or in the month only.";
            case CONVENTION_DAY ->
                "One birth is a day that offices write when only the year is known; the years agree.";
            case SAME_DEFAULT_DAY -> "Both births are 1 January of one year, which may stand for any day of it.";
            case OVERLAP -> "One birth is not known to the day, and the other falls within it.";
            case DEFAULT_YEAR -> "One birth is 1 January, which may stand for any day; the years agree.";
            case TOLERANCE -> "One birth is an estimate, and the other is at most a year off.";
            case ADJACENT_YEAR -> "The births are in neighbouring years, and one is not known to the day.";
            case NEAR -> "One birth is an estimate, and the other is at most two years off.";
            case OTHER_DAY -> "The births are different days.";
            case DISJOINT -> "The births are years apart.";
        };
    }

    private static String ofDocument(DocumentLevel level) {
        return switch (level) {
            case SAME -> "A document has the same number.";
            case SLIP -> "The numbers of a document are one character apart.";
            case DIFFERENT -> "Documents of one kind have different numbers; documents are renewed.";
        };
    }

    private static String ofGuard(Guard guard) {
        return switch (guard) {
            case TOO_LITTLE -> "Too little is known to point to anybody.";
            case OTHER_BIRTH -> "Births that no slip explains are no match, whatever else agrees.";
            case RELATIVE -> "One family and different given names are brothers or sisters, not one child.";
            case OTHER_FAMILY -> "Different family names are one child only if given name and birthday are telling.";
            case INCOMPLETE -> "A match needs a given name, a family name and a day of birth that all agree.";
        };
    }

    private static String ofPlain(Field field, PlainLevel level, @Nullable Odds odds) {
        return switch (level) {
            case PRIOR ->
                "Before looking, one of %s people is this child."
                        .formatted(String.format(Locale.ROOT, "%,d", odds == null ? 1 : Math.round(1 / odds.m())));
            case SAME -> field == Field.SEX ? "The sexes are the same." : "They share a nationality.";
            case DIFFERENT -> field == Field.SEX ? "The sexes differ." : "They share no nationality.";
            case RELATIVES -> "A brother, a sister or another relative could look the same, so this says less.";
        };
    }
}
