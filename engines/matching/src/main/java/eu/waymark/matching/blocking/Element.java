package eu.waymark.matching.blocking;

/**
 * What a longer form of a key adds. A person who lacks it is filed under 0, where every question looks; a question that
 * lacks it looks under every value, of nationality only under 0.
 */
public enum Element {
    /** Year of birth; 0 also for claims of more than {@link KeyBirths#MAX_YEARS} years. */
    YEAR,
    /** Month of birth; 0 also for 1 January, which is often a default. */
    MONTH,
    SEX,
    NATIONALITY;

    /** Under which values a person is stored; never empty. */
    int[] stored(KeyPerson person) {
        return switch (this) {
            case YEAR -> person.births().storedYears();
            case MONTH -> person.births().storedMonths();
            case SEX -> new int[] {sex(person)};
            case NATIONALITY -> person.nationalities().length == 0 ? new int[1] : person.nationalities();
        };
    }

    /** Under which values a question looks; never empty. */
    int[] asked(KeyPerson person) {
        return switch (this) {
            case YEAR -> person.births().askedYears();
            case MONTH -> person.births().askedMonths();
            case SEX -> sex(person) == 0 ? new int[] {0, 1, 2} : new int[] {sex(person), 0};
            case NATIONALITY -> withNone(person.nationalities());
        };
    }

    private static int sex(KeyPerson person) {
        return person.sex().known() ? person.sex().code() : 0;
    }

    private static int[] withNone(int[] values) {
        int[] all = new int[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        return all;
    }
}
