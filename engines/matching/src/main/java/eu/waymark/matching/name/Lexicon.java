package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Given names that are one name: other languages, diminutives, short forms. Spellings of one sound need no entry of
 * their own. A name may belong to several groups (Sasha).
 */
public final class Lexicon {

    private final Map<String, List<String>> groupsBySound = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();

    private Lexicon(List<String> lines, Latiniser latiniser) {
        for (String line : lines) {
            List<String> members = List.of(line.split("[:\\s]+"));
            String group = members.getFirst();
            names.put(group, members);
            for (String member : members) {
                add(Sound.of(latiniser.latin(member, Set.of())), group);
            }
        }
    }

    /** The lexicon that ships with the engine. */
    static Lexicon shipped(Latiniser latiniser) {
        return new Lexicon(WordLists.read("lexicon.txt"), latiniser);
    }

    private void add(String sound, String group) {
        List<String> groups = groupsBySound.computeIfAbsent(sound, none -> new ArrayList<>(1));
        if (!groups.contains(group)) {
            groups.add(group);
        }
    }

    /** Names of the groups that have a name of this sound. */
    List<String> groupsOf(String sound) {
        return groupsBySound.getOrDefault(sound, List.of());
    }

    /** All names of a group, its own first; empty for an unknown group. */
    public List<String> members(String group) {
        return names.getOrDefault(group, List.of());
    }
}
