package eu.waymark.identity.demographics;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A code of an international list. Its message names them all. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StandardCode.Check.class)
@interface StandardCode {

    Standard value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The lists, as Java and ICU ship them. */
    enum Standard {
        /** ISO 3166-1 alpha-2, and XK, which the EU uses for Kosovo. */
        COUNTRY(Arrays.asList(Locale.getISOCountries()), List.of("XK")),
        /** Who issues documents: a country, the EU or the UN. */
        ISSUER(Arrays.asList(Locale.getISOCountries()), List.of("EU", "UN", "XK")),
        /** ISO 639-1 where there is one, else ISO 639-3; Dari and Kurmanji are missing from ICU's list. */
        LANGUAGE(Arrays.asList(ULocale.getISOLanguages()), List.of("kmr", "prs", "rmy")),
        /** ISO 15924. */
        SCRIPT(
                IntStream.range(0, 1 + UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT))
                        .mapToObj(UScript::getShortName)
                        .toList(),
                List.of());

        private final Set<String> codes;

        Standard(List<String> listed, List<String> added) {
            codes = new TreeSet<>(listed);
            codes.addAll(added);
        }
    }

    /** The check. */
    class Check implements ConstraintValidator<StandardCode, String> {

        private Set<String> codes = Set.of();

        @Override
        public void initialize(StandardCode list) {
            codes = list.value().codes;
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || codes.contains(code) || Refusals.because(context, codes);
        }
    }
}
