package eu.waymark.matching.synthetic;

import java.util.List;

/**
 * A name as its bearers write it.
 *
 * @param own in the script of its origin
 * @param latin spellings that agencies use, never empty, see {@link Spellings}
 * @param shortForms what the bearer is called at home
 */
record Word(String own, List<String> latin, List<Word> shortForms) {

    /** Both words as one, spelling by spelling. */
    Word join(Word end) {
        int spellings = Math.max(latin.size(), end.latin.size());
        String[] joined = new String[spellings];
        for (int i = 0; i < spellings; i++) {
            joined[i] = latin.get(i % latin.size()) + end.latin.get(i % end.latin.size());
        }
        return new Word(own + end.own, List.of(joined), List.of());
    }

    /** Never shows the name. */
    @Override
    public String toString() {
        return "Word[redacted]";
    }
}
