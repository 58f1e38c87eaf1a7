package eu.waymark.benchmarks.identity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invented people by number, as the service is told of them. The same in every run. */
public final class People {

    private static final long SEED = 20_260;
    private static final LocalDate REFERENCE = LocalDate.of(2026, 11, 1);
    private static final JsonMapper JSON = new JsonMapper();

    private final SyntheticPopulation population = new SyntheticPopulation(SEED, REFERENCE);
    private final int size;

    /** @param size how many there are; whoever has a higher number is a stranger */
    public People(int size) {
        this.size = size;
    }

    /** Writes one person to a line, each with an id of the agency that imports them. */
    public void write(Path file) throws IOException {
        try (var lines = Files.newBufferedWriter(file)) {
            for (int from = 0; from < size; from += 20_000) {
                var some = IntStream.range(from, Math.min(size, from + 20_000))
                        .parallel()
                        .mapToObj(this::line)
                        .toList();
                for (var line : some) {
                    lines.write(line);
                    lines.write('\n');
                }
            }
        }
    }

    private String line(int number) {
        return json(population.person(number).demographics())
                .put("externalId", "S-" + number)
                .toString();
    }

    /** The body of a search: every other one for somebody known, with the faults of a second registration. */
    public String search(int question) {
        return json(asked(question)).toString();
    }

    /**
     * The body of a private query, likewise.
     *
     * @return null where too little is known of a person to be encoded
     */
    @Nullable
    String privateQuery(int question, ClkEncoder encoder, String epoch) {
        if (!(encoder.question(asked(question)) instanceof Encoded encoded)) {
            return null;
        }
        var body = JSON.createObjectNode().put("epoch", epoch);
        var encodings = body.putArray("encodings");
        for (var one : encoded.encodings()) {
            encodings
                    .addObject()
                    .put("reading", one.reading().name())
                    .put("shelf", Long.toString(one.shelf()))
                    .put("clk", one.clk().toBase64());
        }
        return body.toString();
    }

    private Demographics asked(int question) {
        if (question % 2 == 0) {
            int known = new SplittableRandom(SEED + question).nextInt(size);
            return population.corrupted(known, 1).demographics();
        }
        return population.person(size + question).demographics();
    }

    private static ObjectNode json(Demographics person) {
        var body = JSON.createObjectNode();
        var names = body.putArray("names");
        for (PersonName name : person.names()) {
            var parts = names.addObject();
            put(parts, "full", name.full());
            put(parts, "given", name.given());
            put(parts, "family", name.family());
        }
        var births = body.putArray("births");
        person.births().stream().filter(BirthDate::known).forEach(birth -> births.add(birth.edtf()));
        body.put("sex", person.sex().code());
        var nationalities = body.putArray("nationalities");
        person.nationalities().forEach(nationalities::add);
        return body;
    }

    private static void put(ObjectNode parts, String field, @Nullable String value) {
        if (value != null) {
            parts.put(field, value);
        }
    }
}
