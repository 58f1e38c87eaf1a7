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
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A birth in EDTF that no day of its calendar contradicts and that does not lie in the future. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RealBirth.Check.class)
@interface RealBirth {

    String message() default "lies in the future";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. Births east of Greenwich may already carry tomorrow's date. */
    @Singleton
    class Check implements ConstraintValidator<RealBirth, BirthClaim> {

        private static final Set<String> CALENDARS =
                Arrays.stream(ClaimCalendar.values()).map(OneOf.Check::code).collect(Collectors.toUnmodifiableSet());

        private final Clock clock;

        Check(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(@Nullable BirthClaim claim, ConstraintValidatorContext context) {
            try {
                return claim == null
                        || isRefusedAnyhow(claim)
                        || !BirthDate.parse(claim.text()).earliest().isAfter(tomorrow());
            } catch (InvalidDemographicsException invalid) {
                return Refusals.because(context, invalid.reason());
            }
        }

        /** By a constraint of its own. Jackson lets what is absent through as null. */
        @SuppressWarnings("ConstantValue")
        private static boolean isRefusedAnyhow(BirthClaim claim) {
            return claim.date() == null
                    || claim.date().isBlank()
                    || claim.calendar() != null && !CALENDARS.contains(claim.calendar());
        }

        private LocalDate tomorrow() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        }
    }
}
