package eu.waymark.platform.web.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says where in a JSON body a fault is, without saying what stood there. */
final class JsonPaths {

    private JsonPaths() {}

    /** The place of the fault. The name of an unknown property is left out: a name typed as a key is still a name. */
    static String field(MismatchedInputException fault) {
        var path = fault.getPath();
        var known = fault instanceof UnrecognizedPropertyException ? path.subList(0, path.size() - 1) : path;
        return known.stream().map(JsonPaths::step).collect(Collectors.joining("."));
    }

    static String reason(MismatchedInputException fault) {
        return fault instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null
                ? unknown.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(
                                ", ", "The body has a property that is not part of the request. Known here: ", "."))
                : "A value in the body has the wrong type or is missing.";
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }
}
