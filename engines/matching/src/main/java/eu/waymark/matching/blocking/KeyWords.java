package eu.waymark.matching.blocking;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of all names of a person, as keys use them.
 *
 * @param singles skeletons that are worth a key of their own
 * @param pairs two skeletons of one name, sorted
 * @param groupPairs a lexicon group and the skeleton of another word of the same name
 * @param initials the first sounds of two words of one name, sorted
 */
record KeyWords(Set<String> singles, Set<String> pairs, Set<String> groupPairs, Set<String> initials) {

    /** More words or names of one person make keys only for the first ones. */
    private static final int MAX_SINGLES = 8;

    private static final int MAX_PAIRS = 8;

    static KeyWords of(Demographics person) {
        var words = new KeyWords(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (PersonName name : person.names()) {
            List<NameToken> tokens = NameReader.shared().read(name, person.nationalities()).stream()
                    .filter(token -> !token.forms().isInitial())
                    .toList();
            tokens.forEach(words::addSingle);
            for (int i = 0; i < tokens.size(); i++) {
                for (int j = i + 1; j < tokens.size(); j++) {
                    words.addPair(tokens.get(i), tokens.get(j));
                }
            }
        }
        return words;
    }

    private void addSingle(NameToken token) {
        if (singles.size() < MAX_SINGLES) {
            singles.add(token.forms().skeleton());
        }
    }

    private void addPair(NameToken a, NameToken b) {
        String left = a.forms().skeleton();
        String right = b.forms().skeleton();
        if (pairs.size() < MAX_PAIRS) {
            pairs.add(sorted(left, right));
            initials.add(sorted(left.substring(0, 1), right.substring(0, 1)));
        }
        addGroups(a, right);
        addGroups(b, left);
    }

    private void addGroups(NameToken token, String other) {
        if (token.role() != NameRole.FAMILY && groupPairs.size() < MAX_PAIRS) {
            token.forms().groups().forEach(group -> groupPairs.add(group + "+" + other));
        }
    }

    private static String sorted(String left, String right) {
        return left.compareTo(right) <= 0 ? left + "+" + right : right + "+" + left;
    }

    /** Never shows the words. */
    @Override
    public String toString() {
        return "KeyWords[redacted]";
    }
}
