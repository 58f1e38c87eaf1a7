package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.synthetic.SyntheticRecord;
import eu.waymark.sandbox.state.Json;
import org.jspecify.annotations.Nullable;

/** Synthetic people as lines of an import. */
final class ImportLines {

    private ImportLines() {}

    static ObjectNode of(SyntheticRecord person) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("externalId", person.recordId());
        ArrayNode names = line.putArray("names");
        for (PersonName name : person.demographics().names()) {
            ObjectNode parts = names.addObject();
            putIfKnown(parts, "full", name.full());
            putIfKnown(parts, "given", name.given());
            putIfKnown(parts, "family", name.family());
        }
        ArrayNode births = line.putArray("births");
        person.demographics().births().stream().filter(BirthDate::known).forEach(birth -> births.add(birth.edtf()));
        line.put("sex", person.demographics().sex().code());
        ArrayNode nationalities = line.putArray("nationalities");
        person.demographics().nationalities().forEach(nationalities::add);
        return line;
    }

    private static void putIfKnown(ObjectNode parts, String field, @Nullable String value) {
        if (value != null) {
            parts.put(field, value);
        }
    }
}
