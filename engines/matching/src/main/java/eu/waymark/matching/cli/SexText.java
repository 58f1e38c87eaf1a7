package eu.waymark.matching.cli;

import eu.waymark.matching.Sex;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sex as files write it. */
final class SexText {

    private SexText() {}

    /** What a word means, whatever its case; null where it means nothing here. */
    static @Nullable Sex read(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "m", "male", "1" -> Sex.MALE;
            case "f", "female", "2" -> Sex.FEMALE;
            case "", "x", "u", "unknown", "o", "other", "d", "0" -> Sex.NOT_KNOWN;
            case "9" -> Sex.NOT_APPLICABLE;
            default -> null;
        };
    }
}
