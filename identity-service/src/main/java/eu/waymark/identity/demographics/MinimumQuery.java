package eu.waymark.identity.demographics;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameReader;

/** The least that a search must say, so that nobody can leaf through the register (requirement I12). */
final class MinimumQuery {

    private static final String WILDCARDS = "*%?_";
    private static final int LEAST_LETTERS = 2;

    private MinimumQuery() {}

    static boolean isMetBy(Demographics demographics) {
        var names = demographics.names().stream().map(PersonName::text).toList();
        return names.stream().noneMatch(MinimumQuery::hasWildcard)
                && names.stream().anyMatch(name -> letters(name) >= LEAST_LETTERS)
                && saysEnough(demographics.forMatching());
    }

    /** Two words of a name, or one with a birth or a document: what the index has keys for. */
    private static boolean saysEnough(eu.waymark.matching.Demographics who) {
        boolean isNarrow = !who.documents().isEmpty() || who.births().stream().anyMatch(BirthDate::known);
        int needed = isNarrow ? 1 : 2;
        return who.names().stream()
                .anyMatch(name -> NameReader.shared().read(name, who.nationalities()).stream()
                                .filter(token ->
                                        KeyWord.of(token, Keying.plain()).usable())
                                .count()
                        >= needed);
    }

    private static boolean hasWildcard(String name) {
        return name.chars().anyMatch(character -> WILDCARDS.indexOf(character) >= 0);
    }

    /** One ideograph says as much as a name of several letters. */
    private static int letters(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .map(letter -> Character.isIdeographic(letter) ? LEAST_LETTERS : 1)
                .sum();
    }
}
