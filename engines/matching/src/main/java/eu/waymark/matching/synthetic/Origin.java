package eu.waymark.matching.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Where a family comes from: decides names, script and how births were recorded there. */
enum Origin {
    GB("en", 15, 0),
    FR("fr", 13, 0),
    NL("nl", 10, 0),
    PL("pl", 14, 0),
    DE("de", 14, 0),
    UA("uk", 13, .02),
    RU("ru", 4, .02),
    BG("bg", 5, 0),
    GR("el-GR", 4, 0),
    SY("ar", 8, .15);

    /** Countries whose agencies register. */
    static final List<String> AGENCIES = List.of("GB", "FR", "NL", "PL", "DE");

    private static final int TOTAL = 100;

    private final String language;
    private final int share;
    private final double defaultDays;

    Origin(String language, int share, double defaultDays) {
        this.language = language;
        this.share = share;
        this.defaultDays = defaultDays;
    }

    static Origin any(RandomGenerator random) {
        int left = random.nextInt(TOTAL);
        for (Origin origin : values()) {
            left -= origin.share;
            if (left < 0) {
                return origin;
            }
        }
        throw new IllegalStateException("The shares of the origins do not add up to " + TOTAL);
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Share of births recorded as 1 January because the day was not known. */
    double defaultDays() {
        return defaultDays;
    }

    /** Whether names are at home in Latin letters. */
    boolean isLatin() {
        return AGENCIES.contains(name());
    }

    /** ISO 15924. */
    String script() {
        return switch (this) {
            case GB, FR, NL, PL, DE -> "Latn";
            case UA, RU, BG -> "Cyrl";
            case GR -> "Grek";
            case SY -> "Arab";
        };
    }
}
