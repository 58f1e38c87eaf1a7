package eu.waymark.matching.name;

import java.util.List;

/**
 * The forms under which one word of a name is compared, from strict to loose. All in lower-case ASCII but {@code own}.
 *
 * @param own the word in its own script, lower case, without marks
 * @param latin romanised, without diacritics
 * @param expanded the same with umlauts written out (ue, oe, aa); equal to {@code latin} where there are none
 * @param neutral the surname without the mark of its bearer's sex (-ova, -ska)
 * @param sound folded across European spellings, vowels kept
 * @param skeleton the consonants of {@code sound}
 * @param groups names of the {@link Lexicon} groups it belongs to
 * @param abjad whether its script writes few vowels, so that only the skeleton is comparable
 */
public record TokenForms(
        String own,
        String latin,
        String expanded,
        String neutral,
        String sound,
        String skeleton,
        List<String> groups,
        boolean abjad) {

    public TokenForms {
        groups = List.copyOf(groups);
    }

    /** A single letter stands for every name it begins. */
    public boolean isInitial() {
        return latin.length() == 1;
    }

    /** What the word counts as in frequencies and keys: its first group, else its skeleton. */
    public String canonical() {
        return groups.isEmpty() ? skeleton : groups.getFirst();
    }

    /** Whether both are the same word, letter by letter or in romanisation. */
    public boolean sameWord(TokenForms other) {
        return latin.equals(other.latin)
                || own.equals(other.own)
                || expanded.equals(other.latin)
                || latin.equals(other.expanded);
    }

    /** Whether the lexicon knows both as one name. */
    public boolean sameGroup(TokenForms other) {
        for (int i = 0; i < groups.size(); i++) {
            if (other.groups.contains(groups.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Never shows the name. */
    @Override
    public String toString() {
        return "TokenForms[redacted]";
    }
}
