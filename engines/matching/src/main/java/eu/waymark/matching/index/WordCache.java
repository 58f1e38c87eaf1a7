package eu.waymark.matching.index;

import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.name.TokenForms;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the keyed hashes of words that come again and again. Words are told apart by identity, since readers share
 * them. Bounded, and without locks: an entry never changes once it is made, and one that another thread replaces is
 * merely made anew.
 */
final class WordCache {

    private static final int BITS = 15;

    private final @Nullable Word[] known = new @Nullable Word[1 << BITS];
    private final Keying keying;

    WordCache(Keying keying) {
        this.keying = keying;
    }

    Word of(NameToken token) {
        int place = place(token);
        Word word = known[place];
        if (word != null
                && word.token().forms() == token.forms()
                && word.token().role() == token.role()) {
            return word;
        }
        Word made = Word.of(token, keying);
        known[place] = made;
        return made;
    }

    private static int place(NameToken token) {
        TokenForms forms = token.forms();
        int mixed = System.identityHashCode(forms) + token.role().ordinal();
        return mixed * 0x9E37_79B9 >>> Integer.SIZE - BITS;
    }
}
