package eu.waymark.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A document that names a person: what it is, who issued it, its number. Normalised, so that equal documents are equal.
 *
 * @param type what it is, upper case: {@code PASSPORT}, {@code ID_CARD}, {@code BIRTH_CERTIFICATE}, ...
 * @param issuer ISO 3166-1 alpha-2 or alpha-3 of the state, or a code of the body, upper case
 * @param number letters and digits only, upper case
 */
public record Document(String type, String issuer, String number) {

    private static final int LONGEST = 60;
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern MRZ = Pattern.compile("[A-Z0-9<]{9}[0-9]");

    public Document {
        type = normal(type).isEmpty() ? "UNKNOWN" : type.strip().toUpperCase(Locale.ROOT);
        issuer = normal(issuer);
        number = normal(number);
        if (number.isEmpty() || number.length() > LONGEST) {
            throw new InvalidDemographicsException("documents", "has no number, or one too long to be one");
        }
    }

    /**
     * Reads the number field of a machine-readable travel document, its check digit behind it (ICAO Doc 9303 part 3,
     * 4.9): nine characters, {@code <} for blanks, and a digit.
     *
     * @throws InvalidDemographicsException where the form or the check digit is wrong
     */
    public static Document ofMachineReadable(String type, String issuer, String numberAndCheckDigit) {
        String text = numberAndCheckDigit.strip().toUpperCase(Locale.ROOT);
        if (!MRZ.matcher(text).matches()) {
            throw new InvalidDemographicsException("documents", "is not nine characters and a check digit");
        }
        int last = text.length() - 1;
        if (CheckDigit.of(text.substring(0, last)) != text.charAt(last) - '0') {
            throw new InvalidDemographicsException("documents", "has a wrong check digit");
        }
        return new Document(type, issuer, text.substring(0, last));
    }

    /**
     * Reads {@code type:issuer:number}.
     *
     * @throws InvalidDemographicsException where a part is missing
     */
    public static Document parse(String field, String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || normal(parts[2]).isEmpty()) {
            throw new InvalidDemographicsException(field, "is not a document (TYPE:ISSUER:NUMBER)");
        }
        return new Document(parts[0], parts[1], parts[2]);
    }

    private static String normal(String text) {
        return NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** Whether two such documents can be compared: one kind, one issuer. */
    public boolean comparable(Document other) {
        return type.equals(other.type) && issuer.equals(other.issuer);
    }

    /** Says what it is, never whose. */
    @Override
    public String toString() {
        return "Document[redacted]";
    }
}
