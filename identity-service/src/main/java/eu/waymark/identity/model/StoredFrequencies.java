package eu.waymark.identity.model;

import eu.waymark.matching.index.KeyedTerms.Counts;
import eu.waymark.matching.name.NameRole;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Frequencies as they are stored. */
final class StoredFrequencies {

    private static final int BYTES_OF_TERM = Long.BYTES + Integer.BYTES;

    private StoredFrequencies() {}

    /** People, distinct terms of each role in the order of the roles, then each term with its count. */
    static byte[] bytes(Counts counts) {
        var roles = NameRole.values();
        var bytes = ByteBuffer.allocate(
                Long.BYTES + roles.length * Integer.BYTES + counts.terms().size() * BYTES_OF_TERM);
        bytes.putLong(counts.people());
        for (var role : roles) {
            bytes.putInt(counts.vocabulary().getOrDefault(role, 0));
        }
        new TreeMap<>(counts.terms())
                .forEach((term, count) -> bytes.putLong(term).putInt(count));
        return bytes.array();
    }

    /** What {@link #bytes} wrote. */
    static Counts counts(byte[] stored) {
        var bytes = ByteBuffer.wrap(stored);
        long people = bytes.getLong();
        var vocabulary = new EnumMap<NameRole, Integer>(NameRole.class);
        for (var role : NameRole.values()) {
            vocabulary.put(role, bytes.getInt());
        }
        var terms = new HashMap<Long, Integer>();
        while (bytes.hasRemaining()) {
            terms.put(bytes.getLong(), bytes.getInt());
        }
        return new Counts(people, vocabulary, terms);
    }

    /** A line for each day with its share. */
    static String text(Map<LocalDate, Double> births) {
        return new TreeMap<>(births)
                .entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** What {@link #text} wrote. */
    static Map<LocalDate, Double> births(String text) {
        return text.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> LocalDate.parse(line[0]), line -> Double.valueOf(line[1])));
    }
}
