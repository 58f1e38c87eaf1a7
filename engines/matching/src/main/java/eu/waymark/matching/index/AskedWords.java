package eu.waymark.matching.index;

import eu.waymark.matching.name.Outline;
import java.util.List;

/**
 * The words of a question as outlines, to rule people out by the numbers in their rows before anything is read of their
 * names: an exact shortcut of what the engine would say of the two.
 */
final class AskedWords {

    private final Outline[][] names;

    private AskedWords(Outline[][] names) {
        this.names = names;
    }

    static AskedWords of(Person person) {
        var names = new Outline[person.names().size()][];
        for (int i = 0; i < names.length; i++) {
            List<Word> name = person.names().get(i);
            names[i] = new Outline[name.size()];
            for (int j = 0; j < names[i].length; j++) {
                names[i][j] = name.get(j).token().forms().outline();
            }
        }
        return new AskedWords(names);
    }

    /**
     * Whether so many words of one of the names asked for may go together with words of this one.
     *
     * @param row holds the numbers of the words, behind signs that mean something else
     * @param from of the first word
     * @param to behind the last
     * @param known the outlines of all words
     */
    boolean mayGoTogether(int[] row, int from, int to, Outlines known, int least) {
        long[] halves = known.halves();
        for (Outline[] name : names) {
            if (agreeing(name, row, from, to, halves, least) >= least || mayBeJoined(name, row, from, to, halves)) {
                return true;
            }
        }
        return false;
    }

    private static int agreeing(Outline[] name, int[] row, int from, int to, long[] halves, int least) {
        int agreeing = 0;
        for (int i = 0; i < name.length && agreeing < least && agreeing + name.length - i >= least; i++) {
            for (int at = from; at < to; at++) {
                int half = 2 * (row[at] & Integer.MAX_VALUE);
                if (Outline.mayAgree(name[i].letters(), name[i].sounds(), halves[half], halves[half + 1])) {
                    agreeing++;
                    break;
                }
            }
        }
        return agreeing;
    }

    /** Whether two neighbouring words of one side may be one word of the other. */
    private static boolean mayBeJoined(Outline[] name, int[] row, int from, int to, long[] halves) {
        for (int i = 0; i < name.length; i++) {
            long asked = name[i].letters();
            for (int at = from; at < to; at++) {
                long known = halves[2 * (row[at] & Integer.MAX_VALUE)];
                if (i + 1 < name.length && Outline.mayBeJoin(asked, name[i + 1].letters(), known)
                        || at + 1 < to
                                && Outline.mayBeJoin(known, halves[2 * (row[at + 1] & Integer.MAX_VALUE)], asked)) {
                    return true;
                }
            }
        }
        return false;
    }
}
