package eu.waymark.matching.name;

import eu.waymark.matching.PersonName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Splits names into words and gives each its comparable forms. Takes any text whatever; reads the first 240 characters
 * of a name and the first 40 letters of a word. Thread-safe; keeps bounded caches of fields and of words.
 */
public final class NameReader {

    /** Words of one name that are compared; more are ignored. */
    public static final int MAX_TOKENS = 6;

    /** System property: a folder with an operator's own names, see the package's documentation. */
    public static final String LEXICON_FOLDER = "waymark.matching.lexicon";

    private static final int CACHED_WORDS = 200_000;
    private static final int CACHED_TEXTS = 100_000;
    private static final char FIRST_CONNECTED = '⺀';
    private static final char FIRST_HINTED = 'Ͱ';
    private static final NameReader SHARED = with(folder());

    private final Lexicon lexicon;
    private final Map<String, TokenForms> cache = new ConcurrentHashMap<>();
    private final Map<FieldText, List<NameToken>> texts = new ConcurrentHashMap<>();

    private NameReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The reader of this process, with the names of {@link #LEXICON_FOLDER} where that is set. */
    public static NameReader shared() {
        return SHARED;
    }

    /** A reader with the shipped names and those of a folder. */
    static NameReader with(@Nullable Path folder) {
        return new NameReader(
                new Lexicon(LexiconFile.read(WordLists.read("lexicon.txt")), LexiconExtension.read(folder)));
    }

    private static @Nullable Path folder() {
        String folder = System.getProperty(LEXICON_FOLDER, "");
        return folder.isEmpty() ? null : Path.of(folder);
    }

    /** The lexicon in use. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /**
     * The words of a name in order, without particles and placeholders.
     *
     * @param nationalities hints which Cyrillic alphabet is meant
     * @return at most {@link #MAX_TOKENS}; empty when the name says nothing
     */
    public List<NameToken> read(PersonName name, Set<String> nationalities) {
        var tokens = new ArrayList<NameToken>(4);
        if (isBlank(name.given()) != isBlank(name.family()) && addWhole(tokens, name, nationalities)) {
            return tokens;
        }
        if (name.given() != null || name.family() != null) {
            add(tokens, name.given(), NameRole.GIVEN, nationalities);
            add(tokens, name.family(), NameRole.FAMILY, nationalities);
        } else if (name.full() != null) {
            for (FullText.Part part : FullText.parts(name.full())) {
                add(tokens, part.text(), part.role(), nationalities);
            }
        }
        return tokens.size() > MAX_TOKENS ? List.copyOf(tokens.subList(0, MAX_TOKENS)) : tokens;
    }

    /** A Chinese or Korean name of family and given name, all of it in one field. */
    private boolean addWhole(List<NameToken> tokens, PersonName name, Set<String> hints) {
        String text = isBlank(name.given()) ? name.family() : name.given();
        if (text == null || text.isEmpty() || text.charAt(0) < FIRST_CONNECTED) {
            return false;
        }
        List<FullText.Part> parts = FullText.parts(text);
        boolean told =
                parts.size() > 1 && text.strip().codePointCount(0, text.strip().length()) > 2;
        if (told) {
            parts.forEach(part -> add(tokens, part.text(), part.role(), hints));
        }
        return told;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void add(List<NameToken> tokens, @Nullable String text, NameRole role, Set<String> hints) {
        if (text == null) {
            return;
        }
        var field =
                new FieldText(text.length() > Text.MAX_LENGTH ? text.substring(0, Text.MAX_LENGTH) : text, role, hints);
        List<NameToken> known = texts.get(field);
        if (known == null) {
            if (texts.size() >= CACHED_TEXTS) {
                texts.clear();
            }
            known = List.copyOf(tokens(field.text(), role, hints));
            texts.put(field, known);
        }
        tokens.addAll(known);
    }

    private List<NameToken> tokens(String text, NameRole role, Set<String> hints) {
        List<String> words = Text.words(Text.cleaned(text));
        var tokens = new ArrayList<NameToken>(words.size());
        if (Words.isPlaceholder(words)) {
            return tokens;
        }
        for (Patronymics.Part part : Patronymics.parts(Words.of(words, role), role)) {
            TokenForms forms = forms(part.word(), hints);
            if (!forms.latin().isEmpty() && !Words.isPlaceholder(forms.latin())) {
                tokens.add(new NameToken(part.role(), forms));
            }
        }
        return tokens;
    }

    /** One field of one name as it was typed. */
    private record FieldText(String text, NameRole role, Set<String> hints) {

        @Override
        public String toString() {
            return "FieldText[redacted]";
        }
    }

    private TokenForms forms(String word, Set<String> hints) {
        String key = hints.isEmpty() || word.charAt(0) < FIRST_HINTED ? word : word + hints;
        TokenForms known = cache.get(key);
        if (known != null) {
            return known;
        }
        if (cache.size() >= CACHED_WORDS) {
            cache.clear();
        }
        TokenForms forms = build(word, hints);
        cache.put(key, forms);
        return forms;
    }

    private TokenForms build(String word, Set<String> hints) {
        String own = Latiniser.own(word);
        boolean abjad = Latiniser.isAbjad(word);
        var spellings = new LinkedHashSet<String>();
        if (!lexicon.romanised(own).isEmpty()) {
            spellings.addAll(Latiniser.spellings(lexicon.romanised(own), Set.of()));
        }
        spellings.addAll(Latiniser.spellings(word, hints));
        spellings.addAll(WadeGiles.ofWord(spellings));
        List<String> all = GivenNames.withVariants(List.copyOf(spellings));
        String latin = all.isEmpty() ? "" : all.getFirst();
        String sound = Sound.of(latin);
        var forms = new TokenForms(
                own,
                latin,
                Surnames.neutral(latin),
                sound,
                all,
                abjad ? List.of(own) : all.stream().map(Phonemes::of).distinct().toList(),
                abjad ? List.of() : Surnames.bases(all),
                Sound.skeleton(sound),
                lexicon.senses(own, all, abjad),
                abjad,
                Outline.BLANK);
        return latin.isEmpty() ? forms : forms.outlined();
    }
}
