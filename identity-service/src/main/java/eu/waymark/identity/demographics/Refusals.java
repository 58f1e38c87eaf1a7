package eu.waymark.identity.demographics;

import jakarta.validation.ConstraintValidatorContext;
import java.util.Collection;

/** Words what a check found wrong. Never with the value. */
final class Refusals {

    private Refusals() {}

    /** Names the codes that are allowed, so that a caller need not look them up. Always false. */
    static boolean because(ConstraintValidatorContext context, Collection<String> allowed) {
        return because(context, "must be one of " + String.join(", ", allowed));
    }

    /** Always false. */
    static boolean because(ConstraintValidatorContext context, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return false;
    }

    /** Says it of one field of the object that is checked. Always false. */
    static boolean because(ConstraintValidatorContext context, String field, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message)
                .addPropertyNode(field)
                .addConstraintViolation();
        return false;
    }
}
