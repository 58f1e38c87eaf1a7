package eu.waymark.matching.blocking;

import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.name.TokenForms;
import java.util.List;

/**
 * One word of a name as keys use it: numbers that a {@link Keying} made of its forms.
 *
 * @param role what the source says it is
 * @param skeleton of its consonants
 * @param initial of its first sound
 * @param groups of the names that the lexicon takes it for: surnames where it is a family name, else given names
 * @param sound the word as heard, kept only as long as the question or the dictionary that it belongs to
 * @param usable whether it says enough for a key; an initial does not
 */
public record KeyWord(NameRole role, long skeleton, long initial, long[] groups, String sound, boolean usable) {

    /** The word under a keying. */
    public static KeyWord of(NameToken token, Keying keying) {
        TokenForms forms = token.forms();
        String skeleton = forms.skeleton();
        boolean usable = !forms.isInitial() && !skeleton.isEmpty();
        List<String> groups = token.role() == NameRole.FAMILY ? forms.surnames() : forms.groups();
        long[] hashes = new long[groups.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = keying.hash((token.role() == NameRole.FAMILY ? "surname:" : "group:") + groups.get(i));
        }
        String first = skeleton.isEmpty() ? "" : skeleton.substring(0, 1);
        return new KeyWord(
                token.role(),
                keying.hash("word:" + skeleton),
                keying.hash("initial:" + first),
                hashes,
                forms.sound(),
                usable);
    }

    /** The same word spelled so that it has another skeleton. */
    KeyWord respelled(long otherSkeleton) {
        return new KeyWord(role, otherSkeleton, initial, new long[0], sound, usable);
    }

    /** Never shows the word, not even its hash. */
    @Override
    public String toString() {
        return "KeyWord[" + role + ", redacted]";
    }
}
