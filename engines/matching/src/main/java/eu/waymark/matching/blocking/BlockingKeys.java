package eu.waymark.matching.blocking;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Keys under which a person is stored and looked up; two records become a pair to compare when they share one. Keys
 * are plain text derived from names: a service stores only their keyed hash. They ignore what is given and what is
 * family name, so that swapped names meet.
 *
 * <ul>
 *   <li>{@code D} a day and one word
 *   <li>{@code I} a day and the first sounds of two words
 *   <li>{@code P} two words and a year
 *   <li>{@code N} two words, no date
 *   <li>{@code L} a lexicon group and another word, no date
 *   <li>{@code Y} a year and one word, looked up only by a question that has one word
 * </ul>
 */
public final class BlockingKeys {

    /** First part of every key: stored keys of another scheme must be made anew. */
    public static final String SCHEME = "1";

    /** Most keys of one stored person. */
    public static final int MAX_STORED = 96;

    /** Most keys of one question. */
    public static final int MAX_QUERY = 192;

    private static final int MAX_YEARS = 5;

    private BlockingKeys() {}

    /** Keys to store for a record, at most {@link #MAX_STORED}, the most selective first. */
    public static Set<String> of(Demographics person) {
        var keys = new KeySet(MAX_STORED);
        var words = KeyWords.of(person);
        Set<Integer> years = years(person, 0);
        addCommon(keys, words, days(person, false), years);
        words.singles().forEach(word -> years.forEach(year -> keys.add("Y", year.toString(), word)));
        return keys.all();
    }

    /**
     * Keys to look up for a question, at most {@link #MAX_QUERY}, the most selective first. Adds what is not stored:
     * day and month swapped, the years beside.
     *
     * @return empty when the question has neither two words of a name nor one word and a birth
     */
    public static Set<String> forQuery(Demographics person) {
        var keys = new KeySet(MAX_QUERY);
        var words = KeyWords.of(person);
        Set<Integer> years = years(person, 1);
        addCommon(keys, words, days(person, true), years);
        if (words.pairs().isEmpty()) {
            words.singles().forEach(word -> years.forEach(year -> keys.add("Y", year.toString(), word)));
        }
        return keys.all();
    }

    private static void addCommon(KeySet keys, KeyWords words, Set<LocalDate> days, Set<Integer> years) {
        days.forEach(day -> words.singles().forEach(word -> keys.add("D", day.toString(), word)));
        words.pairs().forEach(pair -> years.forEach(year -> keys.add("P", year.toString(), pair)));
        words.groupPairs().forEach(pair -> keys.add("L", pair));
        words.pairs().forEach(pair -> keys.add("N", pair));
        days.forEach(day -> words.initials().forEach(pair -> keys.add("I", day.toString(), pair)));
    }

    private static Set<LocalDate> days(Demographics person, boolean swapped) {
        var days = new LinkedHashSet<LocalDate>();
        for (BirthDate birth : person.births()) {
            if (birth.isDay()) {
                LocalDate day = birth.earliest();
                days.add(day);
                if (swapped && day.getDayOfMonth() <= 12) {
                    days.add(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
                }
            }
        }
        return days;
    }

    /** Years of all claims, from the middle outwards where a claim spans too many. */
    private static Set<Integer> years(Demographics person, int beside) {
        var years = new LinkedHashSet<Integer>();
        for (BirthDate birth : person.births()) {
            boolean open =
                    birth.earliest().equals(LocalDate.MIN) || birth.latest().equals(LocalDate.MAX);
            if (birth.known() && !open) {
                int first = birth.earliest().getYear() - beside;
                int last = birth.latest().getYear() + beside;
                int middle = (first + last) / 2;
                int reach = Math.min(last - middle, (MAX_YEARS + 2 * beside) / 2);
                for (int year = Math.max(first, middle - reach); year <= Math.min(last, middle + reach); year++) {
                    years.add(year);
                }
            }
        }
        return years;
    }
}
