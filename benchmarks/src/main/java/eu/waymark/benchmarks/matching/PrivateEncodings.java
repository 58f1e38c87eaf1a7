package eu.waymark.benchmarks.matching;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.InvalidDemographicsException;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.ClkLinkage;
import eu.waymark.matching.link.LinkRecord;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Private encodings of names and days of birth, everybody of one file with everybody of the other. */
final class PrivateEncodings {

    private static final int COMPACT_DATE = 8;

    private final Table table;

    PrivateEncodings(Table table) {
        this.table = table;
    }

    Result link() {
        List<LinkRecord> right = Objects.requireNonNull(table.right(), "two files");
        ClkKey key = ClkKey.of(new byte[ClkKey.MIN_SECRET_BYTES], "benchmark");
        long start = System.nanoTime();
        List<ClkLinkage.Pair> pairs = ClkLinkage.pairs(key, people(table.left()), people(right));
        double seconds = (System.nanoTime() - start) / 1e9;
        long found = pairs.stream()
                .filter(pair -> Objects.equals(
                        table.left().get(pair.left()).truth(),
                        right.get(pair.right()).truth()))
                .count();
        return Result.of(Math.min(table.left().size(), right.size()), pairs.size(), found, seconds);
    }

    private List<Demographics> people(List<LinkRecord> records) {
        return records.stream().map(this::person).toList();
    }

    private Demographics person(LinkRecord record) {
        return new Demographics(
                List.of(PersonName.of(value(record, "given"), value(record, "family"))),
                births(value(record, "dob")),
                Sex.NOT_KNOWN,
                Set.of());
    }

    /** A day that no calendar has is no birth. */
    private static List<BirthDate> births(String digits) {
        if (digits.length() != COMPACT_DATE) {
            return List.of();
        }
        try {
            return List.of(
                    BirthDate.parse(digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6)));
        } catch (InvalidDemographicsException noSuchDay) {
            return List.of();
        }
    }

    private String value(LinkRecord record, String label) {
        return IntStream.range(0, table.fields().size())
                .filter(field -> table.fields().get(field).label().equals(label))
                .mapToObj(record.values()::get)
                .findFirst()
                .orElse("");
    }
}
