package eu.waymark.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.synthetic.SyntheticRecord;
import org.jspecify.annotations.Nullable;

/** The engine's invented people as the service takes them. */
public final class Invented {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Invented() {}

    public static Demographics demographics(SyntheticRecord person) {
        try {
            return JSON.treeToValue(json(person), Demographics.class);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("Invented people are written as the service reads them", impossible);
        }
    }

    private static ObjectNode json(SyntheticRecord person) {
        var who = JSON.createObjectNode();
        var names = who.putArray("names");
        for (var name : person.demographics().names()) {
            var parts = names.addObject();
            putIfKnown(parts, "full", name.full());
            putIfKnown(parts, "given", name.given());
            putIfKnown(parts, "family", name.family());
        }
        var births = who.putArray("births");
        person.demographics().births().stream().filter(BirthDate::known).forEach(birth -> births.add(birth.edtf()));
        who.put("sex", person.demographics().sex().code());
        var nationalities = who.putArray("nationalities");
        person.demographics().nationalities().forEach(nationalities::add);
        return who;
    }

    private static void putIfKnown(ObjectNode parts, String field, @Nullable String value) {
        if (value != null) {
            parts.put(field, value);
        }
    }
}
