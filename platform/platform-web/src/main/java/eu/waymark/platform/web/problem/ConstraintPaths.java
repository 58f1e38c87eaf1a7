package eu.waymark.platform.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;

/** Names a violated field as the caller knows it, for example {@code births[0]}. */
public final class ConstraintPaths {

    private static final String CONTAINER_ELEMENT = "\\.<[a-z ]+>";

    private ConstraintPaths() {}

    public static String field(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath();
        var text = path.toString().replaceAll(CONTAINER_ELEMENT, "");
        if (path.iterator().next().getKind() != ElementKind.METHOD) {
            return text;
        }
        // "method.parameter.field": the caller knows neither of the first two, unless the parameter is all there is.
        var parameter = text.substring(text.indexOf('.') + 1);
        return parameter.substring(parameter.indexOf('.') + 1);
    }
}
