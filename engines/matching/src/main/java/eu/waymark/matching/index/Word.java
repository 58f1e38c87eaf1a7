package eu.waymark.matching.index;

import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameToken;

/**
 * A word of the dictionary in one role, kept once for all people who have it.
 *
 * @param token how it is compared
 * @param key how it is found
 */
record Word(NameToken token, KeyWord key) {

    static Word of(NameToken token, Keying keying) {
        return new Word(token, KeyWord.of(token, keying));
    }

    /** Never shows the word. */
    @Override
    public String toString() {
        return "Word[redacted]";
    }
}
