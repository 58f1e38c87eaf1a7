package eu.waymark.identity.demographics;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

/** A code of ISO/IEC 5218. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SexCode.Check.class)
@interface SexCode {

    String message() default "must be one of 0 (not known), 1 (male), 2 (female), 9 (not applicable)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<SexCode, Integer> {

        private static final Set<Integer> CODES = Set.of(0, 1, 2, 9);

        @Override
        public boolean isValid(Integer code, ConstraintValidatorContext context) {
            return CODES.contains(code);
        }
    }
}
