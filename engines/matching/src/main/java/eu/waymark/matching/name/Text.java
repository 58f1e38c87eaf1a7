package eu.waymark.matching.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns whatever somebody typed into lower-case words of one script each. Total and bounded. */
final class Text {

    /** UTF-16 units of a name that are read; what comes behind is ignored. */
    static final int MAX_LENGTH = 240;

    /** Letters of a word that are read. */
    private static final int MAX_WORD = 40;

    /** Azerbaijan's passports write a for it. */
    private static final char SCHWA = 'ə';

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}'’‘ʼʹ`´ʻ′ـ״׳]+|[\\p{Cc}&&[^\\s]]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern ORDINAL = Pattern.compile("\\b[0-9]+(?:st|nd|rd|th)\\b");
    private static final Pattern ZERO = Pattern.compile("(?<=[a-z])0+|0+(?=[a-z])");
    private static final Pattern ONE = Pattern.compile("(?<=[a-z])1+|1+(?=[a-z])");
    private static final Pattern FIVE = Pattern.compile("(?<=[a-z])5+|5+(?=[a-z])");

    private Text() {}

    /** Compatibility forms resolved, unseen characters and apostrophes gone, lower case, digits inside words read. */
    static String cleaned(String text) {
        String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        if (isPlain(bounded)) {
            return bounded.toLowerCase(Locale.ROOT);
        }
        String plain = Normalizer.normalize(bounded, Normalizer.Form.NFKC);
        String seen = UNSEEN.matcher(plain).replaceAll("");
        String lower = seen.replace('İ', 'i')
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT)
                .replace(SCHWA, 'a');
        return lower.chars().noneMatch(c -> c >= '0' && c <= '9') ? lower : withoutDigits(lower);
    }

    /** Words of cleaned text. */
    static List<String> words(String cleaned) {
        var words = new ArrayList<String>(4);
        for (String word : BETWEEN.split(cleaned)) {
            if (!word.isEmpty()) {
                String bounded = word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word;
                words.add(Lookalikes.repaired(bounded));
            }
        }
        return words;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '-' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    private static String withoutDigits(String lower) {
        String named = ORDINAL.matcher(lower).replaceAll(" ");
        String zero = ZERO.matcher(named).replaceAll("o");
        return FIVE.matcher(ONE.matcher(zero).replaceAll("l")).replaceAll("s");
    }
}
