package eu.waymark.identity.demographics;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.InvalidDemographicsException;
import jakarta.inject.Singleton;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A birth in EDTF that no day of the calendar contradicts and that does not lie in the future. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EdtfBirth.Check.class)
@interface EdtfBirth {

    String message() default "lies in the future";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. Births east of Greenwich may already carry tomorrow's date. */
    @Singleton
    class Check implements ConstraintValidator<EdtfBirth, String> {

        private final Clock clock;

        Check(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(@Nullable String edtf, ConstraintValidatorContext context) {
            try {
                return edtf == null || !BirthDate.parse(edtf).earliest().isAfter(tomorrow());
            } catch (InvalidDemographicsException invalid) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(invalid.reason()).addConstraintViolation();
                return false;
            }
        }

        private LocalDate tomorrow() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        }
    }
}
