package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Joins words that belong together and drops those that name nobody: particles, titles, generations, placeholders. */
final class Words {

    private static final Pattern ONE_LETTER_REPEATED = Pattern.compile("([a-z])\\1{2,}|xx|zz|qq");

    private static final Set<String> PARTICLES = WordLists.words("particles.txt");
    private static final Set<String> TITLES = WordLists.words("titles.txt");
    private static final Set<String> GENERATIONS = Set.of(
            "jr",
            "sr",
            "junior",
            "senior",
            "jnr",
            "snr",
            "ii",
            "iii",
            "iv",
            "filho",
            "neto",
            "sobrinho",
            "júnior",
            "hijo",
            "fils",
            "père",
            "мл",
            "ст",
            "phd",
            "esq");
    private static final Set<String> PLACEHOLDERS = WordLists.words("placeholders.txt");

    /** Written together or apart as the clerk pleases. */
    private static final Set<String> JOINED_TO_NEXT = Set.of(
            "mc", "mac", "o", "ó", "abd", "abdul", "abdel", "abdal", "abdoul", "عبد", "abou", "abu", "ابو", "ابي",
            "أبو", "umm", "oum", "ام", "fitz");

    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ul", "ur", "er", "ar", "as", "es", "us", "an", "en", "un", "az", "ez", "ad", "ed", "ud", "at",
            "et", "ال");
    private static final Set<String> FAITH =
            Set.of("din", "deen", "dine", "eddine", "uddin", "eddin", "الدین", "الدين");

    /** Particles inside given names: Maria de los Angeles. */
    private static final Set<String> INSIDE_GIVEN =
            Set.of("de", "la", "las", "los", "del", "da", "do", "das", "dos", "di", "y", "e", "al", "el", "ul");

    private Words() {}

    /** Words that carry a name, in order. */
    static List<String> of(List<String> words, NameRole role) {
        List<String> joined = joined(words);
        joined.removeIf(Words::isPlaceholder);
        dropTitles(joined);
        return withoutParticles(joined, role);
    }

    private static List<String> joined(List<String> words) {
        var joined = new ArrayList<String>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean more = i + 1 < words.size();
            if (JOINED_TO_NEXT.contains(word) && more) {
                boolean article = ARTICLES.contains(words.get(i + 1)) && i + 2 < words.size();
                joined.add(article ? word + words.get(i + 1) + words.get(i + 2) : word + words.get(i + 1));
                i += article ? 2 : 1;
            } else if (ARTICLES.contains(word) && more && FAITH.contains(words.get(i + 1)) && !joined.isEmpty()) {
                joined.add(joined.removeLast() + "uddin");
                i++;
            } else if (FAITH.contains(word) && !joined.isEmpty()) {
                boolean arabic = word.charAt(0) >= 128;
                joined.add(joined.removeLast() + (arabic ? word : "uddin"));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private static void dropTitles(List<String> words) {
        while (words.size() > 1 && TITLES.contains(words.getFirst())) {
            words.removeFirst();
        }
        while (words.size() > 1 && GENERATIONS.contains(words.getLast())) {
            words.removeLast();
        }
    }

    /** "Ben" and "Le" are given names too, so a particle counts only in a family name or behind another word. */
    private static List<String> withoutParticles(List<String> words, NameRole role) {
        if (words.size() < 2) {
            return words;
        }
        Set<String> particles = role == NameRole.GIVEN ? INSIDE_GIVEN : PARTICLES;
        var kept = new ArrayList<String>(words.size());
        for (int i = 0; i < words.size(); i++) {
            boolean leading = role != NameRole.FAMILY && i == 0;
            boolean last = i == words.size() - 1 && kept.isEmpty();
            if (leading || last || !particles.contains(words.get(i))) {
                kept.add(words.get(i));
            }
        }
        return kept;
    }

    /** Whether the word says that the name is not known; in its own script or romanised. */
    static boolean isPlaceholder(String word) {
        return PLACEHOLDERS.contains(word) || ONE_LETTER_REPEATED.matcher(word).matches();
    }

    /** Whether the whole text says so. */
    static boolean isPlaceholder(List<String> words) {
        String text = String.join(" ", words);
        return PLACEHOLDERS.contains(text) || PLACEHOLDERS.contains(text.replace(" ", ""));
    }
}
