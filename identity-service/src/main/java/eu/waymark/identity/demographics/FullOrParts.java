package eu.waymark.identity.demographics;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name is given in one piece or in parts, not both and not neither, and begins to be valid before it ends. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FullOrParts.Check.class)
@interface FullOrParts {

    String message() default "must have either 'full', or 'given' or 'family' or both";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<FullOrParts, PersonName> {

        @Override
        public boolean isValid(PersonName name, ConstraintValidatorContext context) {
            var from = name.validFrom();
            var until = name.validUntil();
            if (from != null && until != null && until.isBefore(from)) {
                return Refusals.because(context, "validUntil", "is before validFrom");
            }
            return (name.full() != null) != (name.given() != null || name.family() != null);
        }
    }
}
