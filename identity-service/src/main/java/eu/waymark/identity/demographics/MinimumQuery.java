package eu.waymark.identity.demographics;

import eu.waymark.matching.blocking.BlockingKeys;

/** The least that a search must say, so that nobody can leaf through the register (requirement I12). */
final class MinimumQuery {

    private static final String WILDCARDS = "*%?_";
    private static final int LEAST_LETTERS = 2;

    private MinimumQuery() {}

    static boolean isMetBy(Demographics demographics) {
        var names = demographics.names().stream().map(PersonName::text).toList();
        return names.stream().noneMatch(MinimumQuery::hasWildcard)
                && names.stream().anyMatch(name -> letters(name) >= LEAST_LETTERS)
                && !BlockingKeys.forQuery(demographics.forMatching()).isEmpty();
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
