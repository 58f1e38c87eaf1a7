package eu.waymark.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Children to ask about: by turns one that the sandbox was loaded with, and one that no register has heard of. */
final class Questions {

    /** The day that the sandbox's children are made for. */
    private static final LocalDate REFERENCE = LocalDate.of(2026, 1, 1);

    private static final JsonMapper JSON = new JsonMapper();

    private final Iterator<SyntheticRecord> known;
    private final Iterator<SyntheticRecord> strangers;
    private boolean nextIsKnown;

    /**
     * @param seed of the people in the sandbox
     * @param children how many it was loaded with
     */
    Questions(long seed, int children) {
        // Round and round, for a small sandbox has fewer children than there are questions.
        this.known = Stream.generate(() -> SyntheticPeople.generate(seed, children, REFERENCE))
                .flatMap(people -> people)
                .iterator();
        this.strangers =
                SyntheticPeople.generate(~seed, Integer.MAX_VALUE, REFERENCE).iterator();
    }

    /** The body of the next check. */
    synchronized JsonNode next() {
        nextIsKnown = !nextIsKnown;
        return body((nextIsKnown ? known : strangers).next().demographics());
    }

    private static JsonNode body(Demographics who) {
        var body = JSON.createObjectNode();
        var names = body.putArray("names");
        for (PersonName name : who.names()) {
            var parts = names.addObject();
            put(parts, "full", name.full());
            put(parts, "given", name.given());
            put(parts, "family", name.family());
        }
        var births = body.putArray("births");
        who.births().stream().filter(BirthDate::known).forEach(birth -> births.add(birth.edtf()));
        body.put("sex", who.sex().code());
        var nationalities = body.putArray("nationalities");
        who.nationalities().forEach(nationalities::add);
        return body;
    }

    private static void put(ObjectNode parts, String field, @Nullable String value) {
        if (value != null) {
            parts.put(field, value);
        }
    }
}
