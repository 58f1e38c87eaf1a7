package eu.waymark.matching.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) read line by line: UTF-8 with or without byte order mark, any line ends. A line that cannot be
 * read costs that line alone, not the rest of the file.
 */
final class CsvFile implements AutoCloseable {

    /** Lines that a quoted value may span; a quote that is never closed must not swallow the file. */
    private static final int MAX_LINES = 8;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Path path;
    private final List<String> header;
    private long number;

    /** One record: the number of its first line, and its cells; no cells where it could not be read. */
    record Line(long number, @Nullable List<String> cells) {

        /** Never shows the cells. */
        @Override
        public String toString() {
            return "Line[" + number + ", redacted]";
        }
    }

    private CsvFile(Path path, BufferedReader reader) {
        this.path = path;
        this.reader = reader;
        Line first = next();
        if (first == null || first.cells() == null) {
            throw new ToolException(path + ": has no header line");
        }
        this.header = first.cells();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws ToolException where that is not possible
     */
    static CsvFile open(Path path) {
        try {
            return new CsvFile(path, Files.newBufferedReader(path, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new ToolException(path + ": cannot be read");
        }
    }

    /**
     * Reads what comes in; its header at once.
     *
     * @throws ToolException where there is none
     */
    static CsvFile of(InputStream in) {
        var strict = StandardCharsets.UTF_8.newDecoder();
        return new CsvFile(Path.of("standard input"), new BufferedReader(new InputStreamReader(in, strict)));
    }

    List<String> header() {
        return header;
    }

    /** The place of a column, whatever its case, or -1. */
    int column(String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(name.strip())) {
                return i;
            }
        }
        return -1;
    }

    /** The next line that is not empty, or null at the end. */
    @Nullable
    Line next() {
        String line = read();
        while (line != null && line.isBlank()) {
            line = read();
        }
        return line == null ? null : parsed(line);
    }

    private Line parsed(String first) {
        long start = number;
        var text = new StringBuilder(first);
        var taken = new ArrayList<String>();
        List<String> cells = cells(first);
        while (cells == null && first.indexOf('"') >= 0 && taken.size() < MAX_LINES) {
            String more = read();
            if (more == null) {
                break;
            }
            taken.add(more);
            cells = cells(text.append('\n').append(more).toString());
        }
        if (cells == null) {
            taken.reversed().forEach(ahead::push);
            number -= taken.size();
        }
        return new Line(start, cells);
    }

    private static @Nullable List<String> cells(String text) {
        try (var parser = CSVParser.parse(text, FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1
                    ? records.getFirst().stream().map(String::strip).toList()
                    : null;
        } catch (IOException | UncheckedIOException notYet) {
            return null;
        }
    }

    private @Nullable String read() {
        try {
            String line = ahead.isEmpty() ? reader.readLine() : ahead.pop();
            number++;
            return line != null && number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        } catch (CharacterCodingException notUtf8) {
            throw new ToolException(path + ": is not UTF-8 near line " + (number + 1));
        } catch (IOException unreadable) {
            throw new ToolException(path + ": cannot be read beyond line " + number);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException lost) {
            throw new ToolException(path + ": cannot be closed");
        }
    }
}
