package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the shipped lexicon. A line is one name in all languages: {@code g} (given) or {@code s} (surname), a colon,
 * then names of single languages between bars; behind {@code >} stand short forms of the name before it:
 * {@code g: john jon > johnny jack | ivan > vanya | jean}. The first word names the group.
 */
final class LexiconFile {

    /**
     * One word of the list.
     *
     * @param word as listed, lower case
     * @param own as {@link TokenForms#own()} has it
     * @param head first Latin spelling of the name, empty where there is none
     */
    record Entry(String word, String own, String head, Sense sense) {

        /** Never shows the name. */
        @Override
        public String toString() {
            return "Entry[redacted]";
        }
    }

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<Entry> entries = new ArrayList<>();
    private int names;

    static List<Entry> read(List<String> lines) {
        var file = new LexiconFile();
        lines.forEach(file::readLine);
        return file.entries;
    }

    private void readLine(String line) {
        boolean surname = line.startsWith("s:");
        String[] languages = line.substring(2).strip().split("\\|");
        String group = (surname ? "s-" : "") + first(languages[0]);
        for (String language : languages) {
            names++;
            String head = first(language);
            String[] parts = language.split(">", -1);
            for (int i = 0; i < parts.length; i++) {
                for (String word : SPACE.split(parts[i].strip())) {
                    if (!word.isEmpty()) {
                        entries.add(new Entry(word, own(word), head, new Sense(group, names, i > 0, surname)));
                    }
                }
            }
        }
    }

    private static String first(String language) {
        return SPACE.split(language.strip())[0];
    }

    private static String own(String word) {
        return Latiniser.own(word.toLowerCase(Locale.ROOT));
    }
}
