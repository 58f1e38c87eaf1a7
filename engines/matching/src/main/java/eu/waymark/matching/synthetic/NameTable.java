package eu.waymark.matching.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of one origin, most frequent first. A line is a kind and its names: {@code m} boys, {@code f} girls,
 * {@code s} surnames as a man bears them; {@code stem mid end} parts of rarer surnames, {@code mstem mend fstem fend}
 * of rarer given names. A name is {@code own=spelling,spelling/short=spelling/short}; {@code _} is a blank, {@code -}
 * an empty part. Several lines of a kind are one list.
 */
final class NameTable {

    private static final String EMPTY = "-";

    private final Origin origin;
    private final Map<String, List<Word>> kinds = new HashMap<>();

    private NameTable(Origin origin) {
        this.origin = origin;
    }

    static NameTable of(Origin origin) {
        var table = new NameTable(origin);
        String resource = "names/" + origin + ".txt";
        InputStream stream = NameTable.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("The table " + resource + " is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(table::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table;
    }

    /** Empty for a kind that the origin does not have. */
    List<Word> get(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    private void read(String line) {
        String[] words = line.strip().split("\\s+");
        List<Word> names = kinds.computeIfAbsent(words[0], kind -> new ArrayList<>());
        for (int i = 1; i < words.length; i++) {
            names.add(name(words[i]));
        }
    }

    private Word name(String text) {
        String[] forms = text.replace('_', ' ').split("/");
        var shortForms = new ArrayList<Word>();
        for (int i = 1; i < forms.length; i++) {
            for (String form : forms[i].contains("=") ? new String[] {forms[i]} : forms[i].split(",")) {
                shortForms.add(word(form, List.of()));
            }
        }
        return word(forms[0], shortForms);
    }

    private Word word(String text, List<Word> shortForms) {
        int equals = text.indexOf('=');
        String own = equals < 0 ? text : text.substring(0, equals);
        own = own.equals(EMPTY) ? "" : own;
        if (equals < 0) {
            return new Word(own, Spellings.of(own, origin), List.copyOf(shortForms));
        }
        var latin = new ArrayList<String>();
        if (origin.isLatin()) {
            latin.add(own);
        }
        for (String spelling : text.substring(equals + 1).split(",")) {
            latin.add(spelling.equals(EMPTY) ? "" : spelling);
        }
        return new Word(own, List.copyOf(latin), List.copyOf(shortForms));
    }
}
