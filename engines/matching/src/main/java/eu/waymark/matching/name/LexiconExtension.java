package eu.waymark.matching.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an operator's own names: every {@code *.csv} of a folder, UTF-8, comma-separated without quotes. The first line
 * names the columns: {@code name} or {@code name1} is a given name, {@code variant} or {@code name2} a short form or
 * spelling of it; other columns are not read. Lines without both are passed over.
 */
final class LexiconExtension {

    /** A short form or spelling of a given name, both lower case. */
    record Variant(String name, String variant) {

        /** Never shows the name. */
        @Override
        public String toString() {
            return "Variant[redacted]";
        }
    }

    private static final List<String> NAME = List.of("name", "name1");
    private static final List<String> VARIANT = List.of("variant", "name2");

    private LexiconExtension() {}

    /**
     * Reads a folder; none gives none.
     *
     * @throws UncheckedIOException when the folder or a file cannot be read
     * @throws IllegalStateException when a file has no such columns; names the file
     */
    static List<Variant> read(@Nullable Path folder) {
        if (folder == null) {
            return List.of();
        }
        var variants = new ArrayList<Variant>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                add(file, variants);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of names cannot be read", unreadable);
        }
        return variants;
    }

    private static void add(Path file, List<Variant> variants) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> columns = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        int name = column(columns, NAME);
        int variant = column(columns, VARIANT);
        if (name < 0 || variant < 0) {
            throw new IllegalStateException(file.getFileName() + " needs the columns name and variant");
        }
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() > Math.max(name, variant)) {
                String full = cells.get(name);
                String other = cells.get(variant);
                if (isWord(full) && isWord(other) && !full.equals(other)) {
                    variants.add(new Variant(full, other));
                }
            }
        }
    }

    private static boolean isWord(String cell) {
        return !cell.isEmpty() && cell.codePoints().allMatch(Character::isLetter);
    }

    private static int column(List<String> columns, List<String> names) {
        return names.stream().mapToInt(columns::indexOf).max().orElse(-1);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split(",", -1))
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
