package eu.waymark.matching.name;

/**
 * What is left of a word in 128 bits: enough to tell of most pairs of words that they have nothing to do with each
 * other, from numbers that lie side by side in memory. Never errs on the other side: {@link #mayAgree} is true of any
 * two words that agree at a level better than <i>different</i>.
 *
 * @param letters which letters the Latin form has, its first and how many; how many sounds; groups of the lexicon
 * @param sounds consonants that must find a partner, and those that would; what is left of skeleton and own form
 */
public record Outline(long letters, long sounds) {

    /** Of no word. */
    static final Outline BLANK = new Outline(0, 0);

    private static final int ALPHABET = 26;
    private static final long LETTERS = (1L << ALPHABET) - 1;
    private static final int LENGTH = 26;
    private static final int SOUNDS = 32;
    private static final int FIRST = 37;
    private static final int INITIAL = 42;
    private static final int ABJAD = 43;
    private static final int GROUPS = 44;
    private static final int GROUP_BITS = 20;
    private static final int MOST_LETTERS = 63;
    private static final int MOST_SOUNDS = 31;

    /** Of longer words only the beginning is compared, so letters say little. */
    private static final int LONGEST = 60;

    private static final int CONSONANTS = 23;
    private static final long CONSONANT = (1L << CONSONANTS) - 1;
    private static final int SKELETON = 2 * CONSONANTS;
    private static final int SKELETON_MASK = (1 << 10) - 1;
    private static final int OWN = 56;
    private static final int SHORTEST_SKELETON = 3;

    /** As in joining words of names. */
    private static final int JOIN_SLACK = 2;

    private static final int JOIN_UNWRITTEN = 6;

    private static final int LONG_WORD = 8;
    private static final int SHORTEST_BEGINNING = 4;
    private static final int SHORTEST_SOUND = 5;
    private static final int SHORTEST_SIMILAR = 5;

    static Outline of(TokenForms forms) {
        return new Outline(lettersOf(forms), soundsOf(forms));
    }

    private static long lettersOf(TokenForms forms) {
        String latin = forms.latin();
        long letters = 0;
        for (int i = 0; i < latin.length(); i++) {
            int letter = latin.charAt(i) - 'a';
            letters |= letter >= 0 && letter < ALPHABET ? 1L << letter : 0;
        }
        letters |= (long) Math.min(latin.length(), MOST_LETTERS) << LENGTH;
        letters |= (long) Math.min(forms.sounds().getFirst().length(), MOST_SOUNDS) << SOUNDS;
        letters |= (long) (latin.charAt(0) & 31) << FIRST;
        letters |= forms.isInitial() ? 1L << INITIAL : 0;
        letters |= forms.abjad() ? 1L << ABJAD : 0;
        for (Sense sense : forms.senses()) {
            letters |= 1L << GROUPS + Math.floorMod(sense.group().hashCode(), GROUP_BITS);
        }
        return letters;
    }

    private static long soundsOf(TokenForms forms) {
        Consonants consonants = Consonants.of(forms);
        String skeleton = forms.skeleton();
        int kept = skeleton.length() < SHORTEST_SKELETON ? 0 : 1 + mixed(skeleton) % SKELETON_MASK;
        return consonants.needed()
                | (long) consonants.offered() << CONSONANTS
                | (long) kept << SKELETON
                | (long) (mixed(forms.own()) & 255) << OWN;
    }

    private static int mixed(String text) {
        return text.hashCode() * 0x9E37_79B9 >>> 8;
    }

    /** As {@link #mayAgree(long, long, long, long)}. */
    public boolean mayAgree(Outline other) {
        return mayAgree(letters, sounds, other.letters, other.sounds);
    }

    /** Whether two words, given by the parts of their outlines, may have anything to do with each other. Symmetric. */
    public static boolean mayAgree(long letters, long sounds, long otherLetters, long otherSounds) {
        if (mayBeOneWord(letters, sounds, otherLetters, otherSounds)) {
            return true;
        }
        int missing = Long.bitCount(sounds & ~(otherSounds >>> CONSONANTS) & CONSONANT);
        int missingThere = Long.bitCount(otherSounds & ~(sounds >>> CONSONANTS) & CONSONANT);
        if (missing + missingThere == 0) {
            return true;
        }
        if (((letters | otherLetters) >>> ABJAD & 1) != 0) {
            return mayBeMistyped(letters, otherLetters);
        }
        boolean misheard = Math.max(length(letters), length(otherLetters)) > SHORTEST_SOUND
                && missing <= 1
                && missingThere <= 1
                && Math.abs(part(letters, SOUNDS, MOST_SOUNDS) - part(otherLetters, SOUNDS, MOST_SOUNDS)) <= 1;
        return misheard || mayBeMistyped(letters, otherLetters) || mayBeSimilar(letters, otherLetters);
    }

    /** An initial, words of one group, words of the same consonants, and the same word in two readings. */
    private static boolean mayBeOneWord(long letters, long sounds, long otherLetters, long otherSounds) {
        int skeleton = part(sounds, SKELETON, SKELETON_MASK);
        return ((letters | otherLetters) >>> INITIAL & 1) != 0
                || (letters & otherLetters) >>> GROUPS != 0
                || skeleton != 0 && skeleton == part(otherSounds, SKELETON, SKELETON_MASK)
                || sounds >>> OWN == otherSounds >>> OWN;
    }

    /** A letter that only one of them has is a slip. */
    private static boolean mayBeMistyped(long a, long b) {
        int ofA = Long.bitCount(a & ~b & LETTERS);
        int ofB = Long.bitCount(b & ~a & LETTERS);
        int lengthA = length(a);
        int lengthB = length(b);
        int longest = Math.max(lengthA, lengthB);
        int apart = Math.abs(lengthA - lengthB);
        if (longest >= LONG_WORD) {
            return apart <= 2 && ofA <= 2 && ofB <= 2;
        }
        int ofLonger = lengthA > lengthB ? ofA : ofB;
        int ofShorter = lengthA > lengthB ? ofB : ofA;
        // Two letters may stand for one of the other word: rn, m.
        boolean confused = apart == 1 && ofLonger <= 2 && ofShorter <= 1;
        return apart <= 1 && (ofA <= 1 && ofB <= 1 || confused);
    }

    /**
     * One is the beginning of the other, or the similarity of Jaro and Winkler reaches .9: with the most for a common
     * beginning that takes a Jaro of 5/6, so common letters that are at least half of each word, one and a half in sum.
     */
    private static boolean mayBeSimilar(long a, long b) {
        int lengthA = length(a);
        int lengthB = length(b);
        int ofA = Long.bitCount(a & ~b & LETTERS);
        int ofB = Long.bitCount(b & ~a & LETTERS);
        boolean sameFirst = part(a, FIRST, 31) == part(b, FIRST, 31);
        if (Math.max(lengthA, lengthB) > LONGEST) {
            return true;
        }
        boolean begins = (lengthA <= lengthB ? ofA : ofB) == 0 && sameFirst;
        if (Math.min(lengthA, lengthB) >= SHORTEST_BEGINNING && begins) {
            return true;
        }
        boolean first = sameFirst || Math.min(lengthA, lengthB) > SHORTEST_SIMILAR + 1;
        int common = Math.min(lengthA - ofA, lengthB - ofB);
        return Math.min(lengthA, lengthB) >= SHORTEST_SIMILAR
                && first
                && 2 * common * (lengthA + lengthB) >= 3 * lengthA * lengthB;
    }

    /**
     * Whether the first two words may be the third written apart, given the first parts of their outlines: by their
     * lengths. Scripts without vowels are much shorter than what is heard.
     */
    public static boolean mayBeJoin(long first, long second, long whole) {
        boolean alike = (first >>> ABJAD & 1) == (whole >>> ABJAD & 1);
        int apart = Math.abs(length(whole) - length(first) - length(second));
        return apart <= (alike ? JOIN_SLACK : JOIN_UNWRITTEN) || length(whole) > LONGEST;
    }

    /** Whether this word may be the two others written together, as {@link #mayBeJoin(long, long, long)}. */
    public boolean mayBeJoin(Outline first, Outline second) {
        return mayBeJoin(first.letters, second.letters, letters);
    }

    private static int length(long letters) {
        return part(letters, LENGTH, MOST_LETTERS);
    }

    private static int part(long word, int at, int mask) {
        return (int) (word >>> at) & mask;
    }

    /** Never shows what is left of the word. */
    @Override
    public String toString() {
        return "Outline[redacted]";
    }
}
