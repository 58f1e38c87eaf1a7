package eu.waymark.identity.demographics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Lets through only what a record may say. */
@ApplicationScoped
public class ValidDemographics {

    private final Validator validator;

    ValidDemographics(Validator validator) {
        this.validator = validator;
    }

    /**
     * @return the same
     * @throws ConstraintViolationException naming the fields that are not valid
     */
    public Demographics require(Demographics who) {
        var violations = validator.validate(who);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return who;
    }
}
