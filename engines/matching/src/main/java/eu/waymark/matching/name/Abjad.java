package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.Map;

/**
 * Romanises Arabic, Persian and Hebrew letters. Short vowels are not written and cannot be restored, so the result is
 * good for its consonants only; waw and yeh count as vowels unless they stand where only a consonant can.
 */
final class Abjad {

    private static final Map<Character, String> ARABIC = letters(
            "أa إi آa ٱa اa عa بb پp تt طt ثs سs صs جj چch حh هh خkh دd ضd ذz زz ظz ژzh رr شsh غgh فf قq كk کk گg لl مm نn ةa ۀa"
                    + " ىa یi يi ئi وu ؤu");
    private static final Map<Character, String> HEBREW =
            letters("אa בb גg דd הh וu זz חkh טt יi כk ךk לl מm םm נn ןn סs עa פp ףp צts ץts קq רr שsh תt");

    private static final String ARABIC_ARTICLE = "ال";
    private static final String LONG_A = "اأآ";
    private static final int SHORTEST_WITH_ARTICLE = 5;

    private Abjad() {}

    static String arabic(String word) {
        boolean article = word.startsWith(ARABIC_ARTICLE) && word.length() >= SHORTEST_WITH_ARTICLE;
        String bare = article ? word.substring(ARABIC_ARTICLE.length()) : word;
        var latin = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char letter = bare.charAt(i);
            boolean glide = i == 0 || i + 1 < bare.length() && LONG_A.indexOf(bare.charAt(i + 1)) >= 0;
            if (letter == 'و' && glide) {
                latin.append('w');
            } else if ((letter == 'ي' || letter == 'ی') && glide) {
                latin.append('y');
            } else {
                latin.append(ARABIC.getOrDefault(letter, ""));
            }
        }
        return latin.toString();
    }

    static String hebrew(String word) {
        var latin = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            boolean silent = word.charAt(i) == 'ה' && i > 0 && i == word.length() - 1;
            latin.append(silent ? "a" : HEBREW.getOrDefault(word.charAt(i), ""));
        }
        return latin.toString();
    }

    private static Map<Character, String> letters(String table) {
        var letters = new HashMap<Character, String>();
        for (String entry : table.split(" ")) {
            letters.put(entry.charAt(0), entry.substring(1));
        }
        return Map.copyOf(letters);
    }
}
