package eu.waymark.identity.demographics;

import eu.waymark.matching.Document;
import eu.waymark.matching.InvalidDemographicsException;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A document number that its own check digits do not contradict, where it is known how they are made. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CheckedNumber.Check.class)
@interface CheckedNumber {

    String message() default "has a wrong check digit: read it again, or send 'asShown' if the document shows it so";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<CheckedNumber, IdentityDocument> {

        private static final int MRZ_LENGTH = 9;

        private String message = "";

        @Override
        public void initialize(CheckedNumber constraint) {
            message = constraint.message();
        }

        /** What is missing is refused by constraints of its own; Jackson lets it through as null. */
        @Override
        @SuppressWarnings("ConstantValue")
        public boolean isValid(@Nullable IdentityDocument document, ConstraintValidatorContext context) {
            if (document == null || document.number() == null || document.type() == null || document.issuer() == null) {
                return true;
            }
            return saysSomething(document, context)
                    && (Boolean.TRUE.equals(document.asShown())
                            || isRight(document)
                            || Refusals.because(context, "number", message));
        }

        private static boolean saysSomething(IdentityDocument document, ConstraintValidatorContext context) {
            return document.number().isBlank()
                    || document.number().chars().anyMatch(Character::isLetterOrDigit)
                    || Refusals.because(context, "number", "has neither a letter nor a digit");
        }

        private static boolean isRight(IdentityDocument document) {
            boolean machineReadable = document.checkDigit() == null
                    || document.number().length() > MRZ_LENGTH
                    || isMachineReadable(document.number(), document.checkDigit());
            boolean person = !document.type().equals(OneOf.Check.code(DocumentType.NATIONAL_NUMBER))
                    || NationalNumber.isRight(document.issuer(), document.number());
            return machineReadable && person;
        }

        private static boolean isMachineReadable(String number, String checkDigit) {
            try {
                var padded = (number + "<".repeat(MRZ_LENGTH)).substring(0, MRZ_LENGTH) + checkDigit;
                return !Document.ofMachineReadable("CHECKED", "", padded)
                        .number()
                        .isEmpty();
            } catch (InvalidDemographicsException wrong) {
                return false;
            }
        }
    }
}
