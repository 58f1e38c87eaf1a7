package eu.waymark.matching.link;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.name.TokenForms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One name field as it is compared: the words, and all letters in one string, since a space is easily lost.
 *
 * @param letters romanised, without spaces
 */
record NameValue(List<TokenForms> words, String letters) {

    NameValue {
        words = List.copyOf(words);
    }

    /** The words of a value, or null where it says nothing. */
    static @Nullable NameValue of(String text, NameRole role) {
        if (text.isBlank()) {
            return null;
        }
        var name = role == NameRole.GIVEN ? PersonName.of(text, null) : PersonName.of(null, text);
        List<TokenForms> words = NameReader.shared().read(name, Set.of()).stream()
                .filter(word -> word.role() == role)
                .map(NameToken::forms)
                .toList();
        return words.isEmpty()
                ? null
                : new NameValue(words, words.stream().map(TokenForms::latin).collect(Collectors.joining()));
    }

    /** Whether both are names of the lexicon and none of them is one: Maria and Marina are no slip of each other. */
    boolean isOtherNameThan(NameValue other) {
        return known(words)
                && known(other.words)
                && words.stream().noneMatch(a -> other.words.stream().anyMatch(b -> a.sameWord(b) || a.sameGroup(b)));
    }

    private static boolean known(List<TokenForms> words) {
        return words.stream().noneMatch(word -> word.groups().isEmpty());
    }

    /** Never shows the name. */
    @Override
    public String toString() {
        return "NameValue[redacted]";
    }
}
