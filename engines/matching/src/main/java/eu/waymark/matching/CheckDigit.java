package eu.waymark.matching;

/** The check digit of machine-readable travel documents: weights 7, 3, 1 (ICAO Doc 9303 part 3, 4.9). */
final class CheckDigit {

    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    /** Of digits, capital letters and {@code <}. */
    static int of(String characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += value(characters.charAt(i)) * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }

    private static int value(char character) {
        return character == '<' ? 0 : Character.digit(character, Character.MAX_RADIX);
    }
}
