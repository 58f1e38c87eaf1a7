package eu.waymark.referral.referral;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** No section is given twice: which of the two would count? */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EachSectionOnce.Validator.class)
@interface EachSectionOnce {

    String message() default "must name each section once";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the names only. */
    class Validator implements ConstraintValidator<EachSectionOnce, List<SectionText>> {

        @Override
        public boolean isValid(@Nullable List<SectionText> sections, ConstraintValidatorContext context) {
            if (sections == null) {
                return true;
            }
            var named = sections.stream()
                    .filter(Objects::nonNull)
                    .map(SectionText::section)
                    .toList();
            return named.size() == sections.size() && named.stream().distinct().count() == named.size();
        }
    }
}
