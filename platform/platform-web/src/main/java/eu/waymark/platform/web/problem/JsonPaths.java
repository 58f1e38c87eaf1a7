package eu.waymark.platform.web.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says where in a JSON body a fault is, without saying what stood there. */
final class JsonPaths {

    private JsonPaths() {}

    static String field(MismatchedInputException fault) {
        return fault.getPath().stream().map(JsonPaths::step).collect(Collectors.joining("."));
    }

    static String reason(MismatchedInputException fault) {
        return fault instanceof UnrecognizedPropertyException
                ? "The body has a property that is not part of the request."
                : "A value in the body has the wrong type or is missing.";
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }
}
