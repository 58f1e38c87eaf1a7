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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A code of a closed list: the constants of an enum in lower kebab case. Its message names them. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Check.class)
public @interface OneOf {

    Class<? extends Enum<?>> value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<OneOf, String> {

        private List<String> codes = List.of();

        @Override
        public void initialize(OneOf list) {
            codes = codes(list);
        }

        static List<String> codes(OneOf list) {
            return Arrays.stream(list.value().getEnumConstants())
                    .map(OneOf.Check::code)
                    .toList();
        }

        static String code(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || codes.contains(code) || Refusals.because(context, codes);
        }
    }
}
