package eu.waymark.matching.clk;

import eu.waymark.matching.name.TokenForms;
import org.jspecify.annotations.Nullable;

/**
 * One word of a name as every clerk in every script would have it.
 *
 * @param form the lexicon's name where it knows the word, else its sound; null where its script writes no vowels
 * @param skeleton its consonants
 */
record CanonicalWord(@Nullable String form, String skeleton) {

    private static final int LONGEST = 24;

    static CanonicalWord of(TokenForms word) {
        boolean known = !word.groups().isEmpty();
        String form = known ? word.groups().getFirst() : word.abjad() ? null : cut(word.sound());
        return new CanonicalWord(form, cut(word.skeleton()));
    }

    private static String cut(String form) {
        return form.length() > LONGEST ? form.substring(0, LONGEST) : form;
    }

    /** Never shows the word. */
    @Override
    public String toString() {
        return "CanonicalWord[redacted]";
    }
}
