package eu.waymark.matching.name;

import java.util.List;

/**
 * The forms under which one word of a name is compared, from strict to loose.
 *
 * @param own the word in its own script, lower case, without accents
 * @param latin its likeliest romanisation in lower-case ASCII
 * @param neutral the surname as both sexes have it
 * @param sound {@code latin} folded coarsely across European spellings, with its vowels; for keys
 * @param spellings all romanisations, {@code latin} first: umlauts written out, other standards and readings
 * @param sounds what the spellings sound like; of a script without vowels its letters
 * @param bases sounds of the surname in the other sex, or without a particle written together with it
 * @param skeleton the consonants of {@code latin}, folded across European spellings
 * @param senses what the {@link Lexicon} takes it for
 * @param abjad whether its script writes few vowels
 * @param outline of all these forms
 */
public record TokenForms(
        String own,
        String latin,
        String neutral,
        String sound,
        List<String> spellings,
        List<String> sounds,
        List<String> bases,
        String skeleton,
        List<Sense> senses,
        boolean abjad,
        Outline outline) {

    /** Letters with which Julia begins, depending on the clerk. */
    private static final String GLIDES = "jyi";

    private static final int FIRST_SYLLABIC = 0x1100;
    private static final int FIRST_IDEOGRAPH = 0x3400;
    private static final int LAST_IDEOGRAPH = 0x9FFF;

    public TokenForms {
        spellings = List.copyOf(spellings);
        sounds = List.copyOf(sounds);
        bases = List.copyOf(bases);
        senses = List.copyOf(senses);
    }

    /** The same forms with their outline. */
    TokenForms outlined() {
        return new TokenForms(
                own, latin, neutral, sound, spellings, sounds, bases, skeleton, senses, abjad, Outline.of(this));
    }

    /** A single letter stands for every name it begins. */
    public boolean isInitial() {
        return latin.length() == 1 && own.charAt(0) < FIRST_SYLLABIC;
    }

    /** What the word counts as in frequencies and keys: its first group in the lexicon, else its skeleton. */
    public String canonical() {
        for (int i = 0; i < senses.size(); i++) {
            if (!senses.get(i).surname()) {
                return senses.get(i).group();
            }
        }
        return senses.isEmpty() ? skeleton : senses.getFirst().group();
    }

    /** Groups of given names in the lexicon, for keys. */
    public List<String> groups() {
        return senses.stream()
                .filter(sense -> !sense.surname())
                .map(Sense::group)
                .distinct()
                .toList();
    }

    /** Groups of surnames in the lexicon, for keys. */
    public List<String> surnames() {
        return senses.stream()
                .filter(Sense::surname)
                .map(Sense::group)
                .distinct()
                .toList();
    }

    /** Whether both are the same word, letter by letter or in one of their romanisations. */
    public boolean sameWord(TokenForms other) {
        return own.equals(other.own)
                || !(isIdeographic() && other.isIdeographic()) && share(spellings, other.spellings);
    }

    /** Whether both may be spellings of one sound. */
    public boolean sameSound(TokenForms other) {
        if (abjad && other.abjad || isIdeographic() && other.isIdeographic()) {
            return false;
        }
        for (int i = 0; i < sounds.size(); i++) {
            for (int j = 0; j < other.sounds.size(); j++) {
                if (sameSound(sounds.get(i), other.sounds.get(j), abjad, other.abjad)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameSound(String a, String b, boolean abjadA, boolean abjadB) {
        if (abjadA) {
            return AbjadSound.matches(a, b);
        }
        return abjadB ? AbjadSound.matches(b, a) : Phonemes.same(a, b);
    }

    /** Whether both may be one family's name, in its two genders or with a particle joined and apart. */
    public boolean sameFamily(TokenForms other) {
        return meet(this, other.bases, other.abjad) || meet(other, bases, abjad) || meet(bases, other.bases);
    }

    private static boolean meet(List<String> bases, List<String> others) {
        for (int i = 0; i < bases.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                if (Phonemes.same(bases.get(i), others.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meet(TokenForms word, List<String> bases, boolean abjadBases) {
        for (int i = 0; i < bases.size(); i++) {
            for (int j = 0; j < word.sounds.size(); j++) {
                if (!abjadBases && sameSound(word.sounds.get(j), bases.get(i), word.abjad, false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * What the lexicon says about both.
     *
     * @param surnames whether both are family names: then only spellings count
     */
    public NameRelation relation(TokenForms other, boolean surnames) {
        NameRelation closest = NameRelation.UNKNOWN;
        boolean ownRight = hasFullName() && other.hasFullName();
        for (int i = 0; i < senses.size(); i++) {
            for (int j = 0; j < other.senses.size(); j++) {
                Sense a = senses.get(i);
                Sense b = other.senses.get(j);
                boolean pets = ownRight && a.shortForm() && b.shortForm();
                NameRelation here = pets ? NameRelation.UNKNOWN : relation(a, b, surnames);
                closest = here.compareTo(closest) < 0 ? here : closest;
            }
        }
        return closest;
    }

    /** Lisa and Elsa are both short for Elisabeth, but names in their own right too, so they are not one name. */
    private boolean hasFullName() {
        for (int i = 0; i < senses.size(); i++) {
            if (!senses.get(i).shortForm() && !senses.get(i).surname()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the lexicon takes both for one given name, in whatever language or short form. */
    public boolean sameGroup(TokenForms other) {
        return relation(other, false).compareTo(NameRelation.COGNATE) <= 0;
    }

    private static NameRelation relation(Sense a, Sense b, boolean surnames) {
        if (a.surname() != b.surname() || a.surname() && !surnames) {
            return NameRelation.UNKNOWN;
        }
        boolean shortForm = a.shortForm() || b.shortForm();
        if (a.name() == b.name() && (!shortForm || !surnames)) {
            return shortForm ? NameRelation.SHORT_FORM : NameRelation.SAME_NAME;
        }
        if (surnames && !a.surname()) {
            return NameRelation.UNKNOWN;
        }
        return a.group().equals(b.group())
                ? NameRelation.COGNATE
                : surnames ? NameRelation.UNKNOWN : NameRelation.OTHER_NAME;
    }

    /** Whether both begin with one letter. */
    public boolean sameInitial(TokenForms other) {
        for (String spelling : spellings) {
            for (String that : other.spellings) {
                if (sameLetter(spelling.charAt(0), that.charAt(0))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameLetter(char a, char b) {
        return a == b || GLIDES.indexOf(a) >= 0 && GLIDES.indexOf(b) >= 0;
    }

    /** Whether both sound the same but for vowels that hearers mix up (e and i, o and u, a and e). */
    public boolean sameButForVowels(TokenForms other) {
        return Phonemes.alike(sounds.getFirst(), other.sounds.getFirst(), 0);
    }

    /** Whether both sound the same but for one sound wrong, missing, too many or swapped. */
    public boolean sameSoundButOne(TokenForms other) {
        return Phonemes.alike(sounds.getFirst(), other.sounds.getFirst(), 1);
    }

    /** Whether this word is the two others written together. */
    public boolean isJoinOf(TokenForms first, TokenForms second) {
        if (first.abjad && second.abjad) {
            String parts = first.own + second.own;
            return abjad ? own.equals(parts) : AbjadSound.matches(parts, sounds.getFirst());
        }
        if (abjad) {
            return AbjadSound.matches(own, first.sounds.getFirst() + second.sounds.getFirst());
        }
        if (isJoinOfSyllables(first.latin, second.latin)) {
            return true;
        }
        if (!Phonemes.meet(sounds.getFirst().charAt(0), first.sounds.getFirst().charAt(0))) {
            return false;
        }
        String joined = Phonemes.of(first.latin + second.latin);
        for (String sound : sounds) {
            if (Phonemes.same(sound, joined)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this word is a Korean given name of two syllables, of which one may be a single vowel: Min-u, Minwoo. */
    public boolean isKoreanJoinOf(TokenForms first, TokenForms second) {
        return Hangul.isJoin(spellings, first.latin, second.latin);
    }

    /** Chinese and Korean given names: two syllables, which other standards spell otherwise. */
    private boolean isJoinOfSyllables(String first, String second) {
        return WadeGiles.isJoin(latin, first, second)
                || Cantonese.isJoin(latin, first, second)
                || Hangul.isJoin(spellings, first, second);
    }

    /** Whether it is written in Chinese characters, of which each is a word. */
    public boolean isIdeographic() {
        char first = own.charAt(0);
        return first >= FIRST_IDEOGRAPH && first <= LAST_IDEOGRAPH;
    }

    private static boolean share(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            if (b.contains(a.get(i))) {
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
