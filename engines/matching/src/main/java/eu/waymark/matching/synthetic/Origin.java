package eu.waymark.matching.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/** Where a family comes from: decides names, script and how births were recorded there. */
enum Origin {
    GB("Latn", 12, 0, Naming.FAMILY),
    FR("Latn", 10, 0, Naming.FAMILY),
    NL("Latn", 7, 0, Naming.FAMILY),
    PL("Latn", 10, 0, Naming.FAMILY),
    DE("Latn", 10, 0, Naming.FAMILY),
    ES("Latn", 3, 0, Naming.TWO_SURNAMES),
    PT("Latn", 2, 0, Naming.TWO_SURNAMES),
    IT("Latn", 3, 0, Naming.FAMILY),
    CZ("Latn", 2, 0, Naming.FAMILY),
    HU("Latn", 2, 0, Naming.FAMILY),
    RO("Latn", 4, 0, Naming.FAMILY),
    TR("Latn", 4, .02, Naming.FAMILY),
    SE("Latn", 1, 0, Naming.FAMILY),
    LT("Latn", 1, 0, Naming.FAMILY),
    VN("Latn", 1, 0, Naming.FAMILY),
    ET("Latn", 1, .10, Naming.CHAIN),
    SO("Latn", 1, .15, Naming.CHAIN),
    UA("Cyrl", 6, .02, Naming.PATRONYMIC),
    RU("Cyrl", 2, .02, Naming.PATRONYMIC),
    BG("Cyrl", 2, 0, Naming.PATRONYMIC),
    GR("Grek", 2, 0, Naming.FAMILY),
    SY("Arab", 4, .15, Naming.FATHERS_NAME),
    IR("Arab", 1, .05, Naming.FAMILY),
    AF("Arab", 3, .15, Naming.FAMILY),
    IL("Hebr", 1, 0, Naming.FAMILY),
    GE("Geor", 1, 0, Naming.FAMILY),
    AM("Armn", 1, 0, Naming.FAMILY),
    IN("Deva", 1, .02, Naming.FAMILY),
    KR("Hang", 1, 0, Naming.FAMILY),
    CN("Hani", 1, 0, Naming.FAMILY);

    /** Countries whose agencies register. */
    static final List<String> AGENCIES = List.of("GB", "FR", "NL", "PL", "DE");

    private static final List<Origin> ALL = List.of(values());
    private static final int TOTAL = 100;

    private final String script;
    private final int share;
    private final double defaultDays;
    private final Naming naming;

    Origin(String script, int share, double defaultDays, Naming naming) {
        this.script = script;
        this.share = share;
        this.defaultDays = defaultDays;
        this.naming = naming;
    }

    static Origin any(RandomGenerator random) {
        int left = random.nextInt(TOTAL);
        for (Origin origin : ALL) {
            left -= origin.share;
            if (left < 0) {
                return origin;
            }
        }
        throw new IllegalStateException("The shares of the origins do not add up to " + TOTAL);
    }

    /** Share of births recorded as 1 January because the day was not known. */
    double defaultDays() {
        return defaultDays;
    }

    Naming naming() {
        return naming;
    }

    /** Whether names are at home in Latin letters. */
    boolean isLatin() {
        return script.equals("Latn");
    }

    /** ISO 15924. */
    String script() {
        return script;
    }
}
