package eu.waymark.log.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Prints an outcome as plain sentences, or as one JSON object. */
final class OutcomeWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private OutcomeWriter() {}

    static void sentences(Outcome outcome, PrintWriter out) {
        var place = outcome.where() == null ? "" : " at " + outcome.where();
        out.println(
                outcome.verdict().title() + place + ": " + outcome.sentences().getFirst());
        outcome.sentences().stream().skip(1).forEach(out::println);
        out.flush();
    }

    static void json(Outcome outcome, PrintWriter out) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("verdict", outcome.verdict().name().toLowerCase(Locale.ROOT));
            if (outcome.where() != null) {
                json.writeStringField("where", outcome.where());
            }
            json.writeFieldName("sentences");
            write(json, outcome.sentences());
            for (var fact : outcome.facts().entrySet()) {
                json.writeFieldName(fact.getKey());
                write(json, fact.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A string takes all that is written to it", e);
        }
        out.println(text);
        out.flush();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Number number -> json.writeNumber(number.longValue());
            case Collection<?> items -> {
                json.writeStartArray();
                for (var item : items) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Map<?, ?> fields -> {
                json.writeStartObject();
                for (var field : fields.entrySet()) {
                    json.writeFieldName(String.valueOf(field.getKey()));
                    write(json, field.getValue());
                }
                json.writeEndObject();
            }
            default -> json.writeString(value.toString());
        }
    }
}
