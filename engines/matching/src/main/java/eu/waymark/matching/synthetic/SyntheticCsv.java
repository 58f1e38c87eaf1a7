package eu.waymark.matching.synthetic;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes invented people as CSV (RFC 4180) with a heading, for tools that link files. */
public final class SyntheticCsv {

    private static final List<String> COLUMNS = List.of(
            "record_id",
            "person_id",
            "family_id",
            "origin",
            "given",
            "family",
            "native_given",
            "native_family",
            "dob",
            "sex",
            "nationality");

    private SyntheticCsv() {}

    /**
     * Writes one line for each record: {@code person_id} and {@code family_id} are the truth, {@code dob} is EDTF with
     * {@code |} between alternatives; what is missing is an empty field. A name in one field stands under
     * {@code family}.
     *
     * @throws IOException where {@code to} cannot be written
     */
    public static void write(Iterator<SyntheticRecord> people, Appendable to) throws IOException {
        CSVPrinter lines = CSVFormat.RFC4180.print(to);
        lines.printRecord(COLUMNS);
        while (people.hasNext()) {
            lines.printRecord(line(people.next()));
        }
        lines.flush();
    }

    private static List<String> line(SyntheticRecord record) {
        Demographics who = record.demographics();
        PersonName name = who.names().getFirst();
        PersonName own = who.names().size() > 1 ? who.names().get(1) : PersonName.of(null, null);
        return List.of(
                record.recordId(),
                record.personId(),
                record.familyId(),
                record.origin(),
                text(name.given()),
                text(name.full() == null ? name.family() : name.full()),
                text(own.given()),
                text(own.family()),
                who.births().stream().map(BirthDate::edtf).collect(Collectors.joining("|")),
                String.valueOf(who.sex().code()),
                String.join(" ", who.nationalities()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
