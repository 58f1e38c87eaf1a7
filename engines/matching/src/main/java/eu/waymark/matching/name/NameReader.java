package eu.waymark.matching.name;

import eu.waymark.matching.PersonName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits names into words and gives each its comparable forms. Thread-safe; keeps a bounded cache of single words. */
public final class NameReader {

    /** Words of one name that are compared; more are ignored. */
    public static final int MAX_TOKENS = 6;

    private static final int CACHED_WORDS = 200_000;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final NameReader SHARED = new NameReader();

    private final Latiniser latiniser = new Latiniser();
    private final Lexicon lexicon = Lexicon.shipped(latiniser);
    private final Map<String, TokenForms> cache = new ConcurrentHashMap<>();

    private NameReader() {}

    /** The reader of this process. */
    public static NameReader shared() {
        return SHARED;
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
        if (name.given() != null || name.family() != null) {
            add(tokens, name.given(), NameRole.GIVEN, nationalities);
            add(tokens, name.family(), NameRole.FAMILY, nationalities);
        } else if (name.full() != null) {
            int comma = name.full().indexOf(',');
            if (comma > 0) {
                add(tokens, name.full().substring(comma + 1), NameRole.GIVEN, nationalities);
                add(tokens, name.full().substring(0, comma), NameRole.FAMILY, nationalities);
            } else {
                add(tokens, name.full(), NameRole.UNKNOWN, nationalities);
            }
        }
        return tokens.size() > MAX_TOKENS ? List.copyOf(tokens.subList(0, MAX_TOKENS)) : tokens;
    }

    private void add(List<NameToken> tokens, @Nullable String text, NameRole role, Set<String> hints) {
        if (text == null) {
            return;
        }
        for (String word : Words.of(lower(text), role)) {
            TokenForms forms = forms(word, hints);
            if (!forms.latin().isEmpty() && !Words.isPlaceholder(forms.latin())) {
                tokens.add(new NameToken(role, forms));
            }
        }
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('İ', 'i')
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT);
    }

    private TokenForms forms(String word, Set<String> hints) {
        String key = hints.isEmpty() || word.charAt(0) < 'Ͱ' ? word : word + hints;
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
        String latin = latiniser.latin(word, hints);
        String expanded = latiniser.latin(Words.expanded(word), hints);
        String sound = Sound.of(latin);
        return new TokenForms(
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll(""),
                latin,
                expanded,
                Surnames.neutral(latin),
                sound,
                Sound.skeleton(sound),
                lexicon.groupsOf(sound),
                Latiniser.isAbjad(word));
    }
}
