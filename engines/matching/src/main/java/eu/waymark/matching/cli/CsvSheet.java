package eu.waymark.matching.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV going out, to a file or to standard output. */
final class CsvSheet implements AutoCloseable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final CSVPrinter printer;
    private final boolean owned;
    private final String name;

    private CsvSheet(CSVPrinter printer, boolean owned, String name) {
        this.printer = printer;
        this.owned = owned;
        this.name = name;
    }

    /** Writes to the file, or where there is none to {@code standard}, which stays open. */
    static CsvSheet open(@Nullable Path file, PrintWriter standard) {
        String name = file == null ? "standard output" : file.toString();
        try {
            return file == null
                    ? new CsvSheet(new CSVPrinter(standard, FORMAT), false, name)
                    : new CsvSheet(
                            new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT), true, name);
        } catch (IOException unwritable) {
            throw new ToolException(name + ": cannot be written");
        }
    }

    void line(Object... cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException unwritable) {
            throw new ToolException(name + ": cannot be written");
        }
    }

    @Override
    public void close() {
        try {
            printer.flush();
            if (owned) {
                printer.close();
            }
        } catch (IOException unwritable) {
            throw new ToolException(name + ": cannot be written");
        }
    }
}
