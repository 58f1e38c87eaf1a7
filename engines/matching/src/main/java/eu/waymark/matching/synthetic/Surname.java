package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.List;
import java.util.Map;

/** A family name in both genders. */
record Surname(Word male, Word female) {

    private record Ending(String male, String female) {}

    private static final List<Ending> CYRILLIC = List.of(
            new Ending("ський", "ська"),
            new Ending("цький", "цька"),
            new Ending("ский", "ская"),
            new Ending("ой", "ая"),
            new Ending("ый", "ая"),
            new Ending("ски", "ска"),
            new Ending("ов", "ова"),
            new Ending("ев", "ева"),
            new Ending("єв", "єва"),
            new Ending("ёв", "ёва"),
            new Ending("ин", "ина"),
            new Ending("ын", "ына"));

    private static final List<Ending> POLISH =
            List.of(new Ending("ski", "ska"), new Ending("cki", "cka"), new Ending("dzki", "dzka"));

    private static final Map<String, List<Ending>> BY_SCRIPT = Map.of("Cyrl", CYRILLIC, "Latn", POLISH);

    /** The surname of a man, with the form his daughter bears. */
    static Surname ofMan(String male, Origin origin) {
        for (Ending ending : BY_SCRIPT.getOrDefault(origin.script(), List.of())) {
            if (male.endsWith(ending.male())) {
                String stem = male.substring(0, male.length() - ending.male().length());
                return new Surname(Word.of(male), Word.of(stem + ending.female()));
            }
        }
        return new Surname(Word.of(male), Word.of(male));
    }

    Word of(Sex sex) {
        return sex == Sex.FEMALE ? female : male;
    }
}
