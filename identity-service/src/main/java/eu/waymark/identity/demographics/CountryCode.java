package eu.waymark.identity.demographics;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An ISO 3166-1 alpha-2 code, or XK, which the EU uses for Kosovo. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CountryCode.Check.class)
@interface CountryCode {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. Its message lists the codes, so that a caller need not look them up. */
    class Check implements ConstraintValidator<CountryCode, String> {

        private static final Set<String> CODES = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));

        static {
            CODES.add("XK");
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            if (code == null || CODES.contains(code)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be one of " + String.join(", ", CODES))
                    .addConstraintViolation();
            return false;
        }
    }
}
