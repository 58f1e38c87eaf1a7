package eu.waymark.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One document of a release. */
public record Manifest(JsonNode json) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Every document of a YAML stream that is not empty. */
    public static List<Manifest> parse(String documents) {
        try (var parser = YAML.getFactory().createParser(documents)) {
            var all = new ArrayList<Manifest>();
            YAML.readValues(parser, JsonNode.class).forEachRemaining(json -> {
                if (json.isObject() && !json.isEmpty()) {
                    all.add(new Manifest(json));
                }
            });
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String kind() {
        return text("/kind");
    }

    public String apiVersion() {
        return text("/apiVersion");
    }

    public String name() {
        return text("/metadata/name");
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    /** Text at a JSON pointer; empty when there is none. */
    public String text(String pointer) {
        return json.at(pointer).asText("");
    }

    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The template of its pods, or itself if it is one; missing for everything else. */
    public JsonNode pod() {
        return switch (kind()) {
            case "Deployment", "Job" -> at("/spec/template");
            case "Pod" -> json;
            default -> MissingNode.getInstance();
        };
    }

    public Stream<JsonNode> containers() {
        return elements(pod().at("/spec/containers"));
    }

    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** An object of strings. */
    public static Map<String, String> strings(JsonNode object) {
        var map = new TreeMap<String, String>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    /** For messages: kind and name. */
    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
