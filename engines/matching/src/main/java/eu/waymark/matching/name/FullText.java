package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells given from family name in one text, where the text itself does: by a comma, by capitals (KOVAL Anna), or by the
 * order that Chinese and Korean keep when written without a space.
 */
final class FullText {

    /** A stretch of the text and what it is. */
    record Part(String text, NameRole role) {

        /** Never shows the text. */
        @Override
        public String toString() {
            return "Part[" + role + ", redacted]";
        }
    }

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private FullText() {}

    /** Given names first. */
    static List<Part> parts(String text) {
        String bounded = text.length() > Text.MAX_LENGTH ? text.substring(0, Text.MAX_LENGTH) : text;
        int comma = Math.max(bounded.indexOf(','), Math.max(bounded.indexOf('،'), bounded.indexOf('，')));
        if (comma > 0) {
            return both(bounded.substring(comma + 1), bounded.substring(0, comma));
        }
        String word = bounded.strip();
        int surname = Math.max(Hangul.surnameLength(word), Ideographs.surnameLength(word));
        return surname > 0 ? both(word.substring(surname), word.substring(0, surname)) : byCapitals(bounded);
    }

    private static List<Part> both(String given, String family) {
        return List.of(new Part(given, NameRole.GIVEN), new Part(family, NameRole.FAMILY));
    }

    private static List<Part> byCapitals(String text) {
        var capitals = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (String word : SPACE.split(text.strip())) {
            (isCapitals(word) ? capitals : others).add(word);
        }
        boolean told = !capitals.isEmpty() && others.stream().anyMatch(FullText::isCapitalised);
        return told
                ? both(String.join(" ", others), String.join(" ", capitals))
                : List.of(new Part(text, NameRole.UNKNOWN));
    }

    private static boolean isCapitals(String word) {
        long letters = word.codePoints().filter(Character::isLetter).count();
        return letters > 2 && word.codePoints().filter(Character::isUpperCase).count() == letters;
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1
                && Character.isUpperCase(word.charAt(0))
                && word.codePoints().skip(1).anyMatch(Character::isLowerCase);
    }
}
