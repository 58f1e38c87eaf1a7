package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits lower-case text into words: joins what belongs together, drops what carries nothing. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern INSIDE = Pattern.compile("[\\p{Cf}'’‘ʼʹ`´ـ]+");
    private static final Pattern ONE_LETTER_REPEATED = Pattern.compile("([a-z])\\1{2,}");

    private static final Set<String> PARTICLES = Set.copyOf(WordLists.read("particles.txt"));
    private static final Set<String> PLACEHOLDERS = Set.copyOf(WordLists.read("placeholders.txt"));

    /** Written together or apart as the clerk pleases. */
    private static final Set<String> JOINED_TO_NEXT =
            Set.of("mc", "mac", "o", "abd", "abdul", "abdel", "abdal", "عبد", "abou", "abu");

    private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "ال");

    /** Nomen nescio, however it is dotted. */
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}]*n[^\\p{L}]*n[^\\p{L}]*");

    private Words() {}

    static List<String> of(String text, NameRole role) {
        if (NO_NAME.matcher(text).matches()) {
            return List.of();
        }
        String[] parts = BETWEEN.split(INSIDE.matcher(text).replaceAll("").strip());
        var words = new ArrayList<String>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            if (JOINED_TO_NEXT.contains(parts[i]) && i + 1 < parts.length) {
                boolean article = ARTICLES.contains(parts[i + 1]) && i + 2 < parts.length;
                String joined = article ? parts[i] + parts[i + 1] + parts[i + 2] : parts[i] + parts[i + 1];
                words.add(joined);
                i += article ? 2 : 1;
            } else if (!parts[i].isEmpty()) {
                words.add(parts[i]);
            }
        }
        return withoutParticles(words, role);
    }

    /** "Ben" and "Le" are given names too, so a particle counts only in a family name or behind another word. */
    private static List<String> withoutParticles(List<String> words, NameRole role) {
        if (words.size() < 2 || role == NameRole.GIVEN) {
            return words;
        }
        var kept = new ArrayList<String>(words.size());
        for (int i = 0; i < words.size(); i++) {
            boolean leading = role == NameRole.UNKNOWN && i == 0;
            if (leading || !PARTICLES.contains(words.get(i))) {
                kept.add(words.get(i));
            }
        }
        return kept.isEmpty() ? words : kept;
    }

    /** Whether the word says that the name is not known. */
    static boolean isPlaceholder(String latin) {
        return PLACEHOLDERS.contains(latin)
                || ONE_LETTER_REPEATED.matcher(latin).matches();
    }

    /** Umlauts and their like written out, as passports do. */
    static String expanded(String word) {
        return word.replace("ü", "ue")
                .replace("ö", "oe")
                .replace("ä", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
    }
}
