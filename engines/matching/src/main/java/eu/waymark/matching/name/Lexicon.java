package eu.waymark.matching.name;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that are one: spellings, short forms, and the same name in other languages. A word may stand for several
 * (Sasha), which does not make these equal to each other. A word that is listed letter by letter means what the list
 * says; any other means what words of its sound mean. Immutable and thread-safe.
 */
public final class Lexicon {

    private record Member(String sound, boolean abjad, List<Sense> senses) {}

    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, List<Sense>> byWord = new HashMap<>();
    private final Map<String, String> romanised = new HashMap<>();
    private final Map<String, List<Member>> bySkeleton = new HashMap<>();

    Lexicon(List<LexiconFile.Entry> entries, List<LexiconExtension.Variant> variants) {
        entries.forEach(this::add);
        variants.forEach(this::add);
        byWord.forEach(this::index);
    }

    /** A variant of a listed name joins what the name stands for; a name that is not listed founds a group. */
    private void add(LexiconExtension.Variant variant) {
        String name = Latiniser.own(variant.name());
        if (byWord.getOrDefault(name, List.of()).stream().allMatch(Lexicon::isNoFullName)) {
            add(new LexiconFile.Entry(name, name, name, new Sense(name, -1 - byWord.size(), false, false)));
        }
        for (Sense sense : List.copyOf(byWord.getOrDefault(name, List.of()))) {
            if (!isNoFullName(sense)) {
                var shortForm = new Sense(sense.group(), sense.name(), true, false);
                String word = Latiniser.own(variant.variant());
                add(new LexiconFile.Entry(word, word, "", shortForm));
            }
        }
    }

    private static boolean isNoFullName(Sense sense) {
        return sense.surname() || sense.shortForm();
    }

    private void add(LexiconFile.Entry entry) {
        List<String> members = groups.computeIfAbsent(entry.sense().group(), none -> new ArrayList<>());
        if (!members.contains(entry.word())) {
            members.add(entry.word());
        }
        String own = entry.own();
        addSense(own, entry.sense());
        if (Latiniser.script(own) == UScript.LATIN) {
            Latiniser.spellings(entry.word(), Set.of()).forEach(latin -> addSense(latin, entry.sense()));
        }
        if (own.charAt(0) >= 128 && !entry.head().isEmpty()) {
            romanised.putIfAbsent(own, entry.head());
        }
    }

    private void addSense(String word, Sense sense) {
        List<Sense> senses = byWord.computeIfAbsent(word, none -> new ArrayList<>(2));
        if (!senses.contains(sense)) {
            senses.add(sense);
        }
    }

    private void index(String word, List<Sense> senses) {
        boolean latin = word.charAt(0) < 128;
        if (latin) {
            String skeleton = Sound.skeleton(Sound.of(word));
            bySkeleton
                    .computeIfAbsent(skeleton, none -> new ArrayList<>(2))
                    .add(new Member(Phonemes.of(word), false, senses));
        }
    }

    /**
     * What a word may stand for.
     *
     * @param own in its own script, as {@link TokenForms#own()}
     * @param spellings its romanisations
     */
    List<Sense> senses(String own, List<String> spellings, boolean abjad) {
        var senses = new LinkedHashSet<>(byWord.getOrDefault(own, List.of()));
        if (senses.isEmpty() || !abjad) {
            spellings.forEach(latin -> senses.addAll(byWord.getOrDefault(latin, List.of())));
        }
        if (senses.isEmpty() || abjad && !byWord.containsKey(own)) {
            senses.clear();
            spellings.forEach(latin -> addOfSound(abjad ? own : "", latin, senses));
        }
        if (senses.isEmpty() && !abjad) {
            spellings.forEach(latin -> addShort(latin, senses));
        }
        return List.copyOf(senses);
    }

    private void addOfSound(String abjad, String latin, Set<Sense> senses) {
        String sound = Phonemes.of(latin);
        for (Member member : bySkeleton.getOrDefault(Sound.skeleton(Sound.of(latin)), List.of())) {
            boolean same =
                    abjad.isEmpty() ? Phonemes.same(sound, member.sound()) : AbjadSound.matches(abjad, member.sound());
            if (same) {
                senses.addAll(member.senses());
            }
        }
    }

    private void addShort(String latin, Set<Sense> senses) {
        for (String full : GivenNames.fullForms(latin)) {
            for (Sense sense : byWord.getOrDefault(full, List.of())) {
                if (!sense.surname() && !sense.shortForm()) {
                    senses.add(new Sense(sense.group(), sense.name(), true, false));
                }
            }
        }
    }

    /** The usual Latin spelling of a word that is listed in another script; empty for others. */
    String romanised(String own) {
        return romanised.getOrDefault(own, "");
    }

    /** All names of a group, its own first; empty for an unknown group. */
    public List<String> members(String group) {
        return groups.getOrDefault(group, List.of());
    }
}
