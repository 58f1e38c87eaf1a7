package eu.waymark.matching.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads this package's word lists: one entry a line, {@code #} begins a comment. */
final class WordLists {

    private WordLists() {}

    /** All words of all lines. */
    static Set<String> words(String resource) {
        return read(resource).stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(word -> word.replace('_', ' '))
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> read(String resource) {
        InputStream stream = WordLists.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("The word list " + resource + " is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
