package eu.waymark.identity.demographics;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Person numbers whose check digits are known: of other states any number is taken. The rules are those that the states
 * publish and that python-stdnum collects; each has a real example in the test.
 */
final class NationalNumber {

    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("BE", rule("[0-9]{11}", NationalNumber::belgian)),
            Map.entry("BG", rule("[0-9]{10}", n -> sum(n, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last(n))),
            Map.entry("CZ", rule("[0-9]{9,10}", NationalNumber::czech)),
            Map.entry("SK", rule("[0-9]{9,10}", NationalNumber::czech)),
            Map.entry("EE", rule("[1-8][0-9]{10}", NationalNumber::baltic)),
            Map.entry("LT", rule("[1-9][0-9]{10}", NationalNumber::baltic)),
            Map.entry("ES", rule("[0-9XYZ][0-9]{7}[A-Z]", NationalNumber::spanish)),
            Map.entry("FR", rule("[1-478][0-9]{4}(?:[0-9]{2}|2[AB])[0-9]{8}", NationalNumber::french)),
            Map.entry("GB", rule("[0-9]{10}", n -> (11 - sum(n, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 == last(n))),
            Map.entry("HR", rule("[0-9]{11}", NationalNumber::croatian)),
            Map.entry("NL", rule("[0-9]{9}", n -> sum(n, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0)),
            Map.entry("PL", rule("[0-9]{11}", n -> sum(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0)),
            Map.entry("PT", rule("[0-9]{9}", n -> (11 - sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == last(n))),
            Map.entry("RO", rule("[1-9][0-9]{12}", NationalNumber::romanian)),
            Map.entry("SE", rule("(?:[0-9]{2})?[0-9]{10}", NationalNumber::swedish)),
            Map.entry(
                    "UA",
                    rule("[0-9]{10}", n -> Math.floorMod(sum(n, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10 == last(n))));

    private NationalNumber() {}

    private record Rule(Pattern form, Predicate<String> check) {}

    private static Rule rule(String form, Predicate<String> check) {
        return new Rule(Pattern.compile(form), check);
    }

    /** Whether nothing contradicts the number; true where no rule is known. */
    static boolean isRight(String country, String number) {
        var rule = RULES.get(country);
        var digits = NOISE.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
        return rule == null
                || rule.form().matcher(digits).matches() && rule.check().test(digits);
    }

    private static int sum(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }

    private static int last(String number) {
        return digit(number, number.length() - 1);
    }

    /** Births from 2000 on are reckoned with a 2 before. */
    private static boolean belgian(String number) {
        long body = Long.parseLong(number.substring(0, 9));
        int check = Integer.parseInt(number.substring(9));
        return 97 - body % 97 == check || 97 - (2_000_000_000L + body) % 97 == check;
    }

    /** Numbers of nine digits are older than the check digit. */
    private static boolean czech(String number) {
        return number.length() == 9 || Long.parseLong(number.substring(0, 9)) % 11 % 10 == last(number);
    }

    private static boolean baltic(String number) {
        int first = sum(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        int check = first < 10 ? first : sum(number, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        return check == last(number);
    }

    private static boolean romanian(String number) {
        int rest = sum(number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return (rest == 10 ? 1 : rest) == last(number);
    }

    private static boolean spanish(String number) {
        int first = "XYZ".indexOf(number.charAt(0));
        var digits = first < 0 ? number.substring(0, 8) : first + number.substring(1, 8);
        return DNI_LETTERS.charAt(Integer.parseInt(digits) % 23) == number.charAt(8);
    }

    /** Corsica counts as 19 and 18. */
    private static boolean french(String number) {
        var digits = number.replace("2A", "19").replace("2B", "18");
        return 97 - Long.parseLong(digits.substring(0, 13)) % 97 == Long.parseLong(digits.substring(13));
    }

    /** ISO/IEC 7064, MOD 11,10. */
    private static boolean croatian(String number) {
        int rest = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            rest = (rest + digit(number, i)) % 10;
            rest = (rest == 0 ? 10 : rest) * 2 % 11;
        }
        return (11 - rest) % 10 == last(number);
    }

    /** Luhn, without the century. */
    private static boolean swedish(String number) {
        var digits = number.substring(number.length() - 10);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = digit(digits, i) * (i % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }
}
