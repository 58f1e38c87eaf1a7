package eu.waymark.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something about a claim that can be read but deserves a second look. Holds no personal data.
 *
 * @param field path of the claim, for example {@code births[0]}
 * @param kind what is odd
 */
public record Finding(String field, Kind kind) {

    private static final int ADULT_BEYOND_DOUBT = 25;

    /** How much a finding weighs. */
    public enum Severity {
        /** It may be so. */
        WARNING,
        /** It cannot be so. */
        ERROR
    }

    /** What can be odd. */
    public enum Kind {
        /** No possible day has come yet, not even east of Greenwich. */
        FUTURE_BIRTH(Severity.ERROR, "lies in the future"),
        /** Some possible days have not come yet. */
        PARTLY_FUTURE(Severity.WARNING, "reaches into the future"),
        /** Every possible day makes the person older than 25. */
        NOT_A_CHILD(Severity.WARNING, "makes the person older than 25"),
        /** Nobody declared the calendar in which it makes sense. */
        OTHER_CALENDAR(Severity.WARNING, "was read in another calendar than the Gregorian");

        private final Severity severity;
        private final String reason;

        Kind(Severity severity, String reason) {
            this.severity = severity;
            this.reason = reason;
        }

        /** How much it weighs. */
        public Severity severity() {
            return severity;
        }

        /** The end of a sentence that begins with the field. */
        public String reason() {
            return reason;
        }
    }

    /**
     * Looks at the claims about somebody's birth.
     *
     * @param today the day on which this is asked
     * @return nothing where all is well
     */
    public static List<Finding> of(List<BirthDate> births, LocalDate today) {
        var findings = new ArrayList<Finding>(1);
        for (int i = 0; i < births.size(); i++) {
            for (Kind kind : kinds(births.get(i), today)) {
                findings.add(new Finding("births[" + i + "]", kind));
            }
        }
        return List.copyOf(findings);
    }

    private static List<Kind> kinds(BirthDate birth, LocalDate today) {
        var kinds = new ArrayList<Kind>(2);
        boolean endless = birth.latest().equals(LocalDate.MAX);
        if (birth.earliest().isAfter(today.plusDays(1))) {
            kinds.add(Kind.FUTURE_BIRTH);
        } else if (!endless
                && birth.quality() != BirthQuality.YEAR
                && birth.latest().isAfter(today.plusDays(1))) {
            kinds.add(Kind.PARTLY_FUTURE);
        }
        if (!endless && birth.latest().isBefore(today.minusYears(ADULT_BEYOND_DOUBT))) {
            kinds.add(Kind.NOT_A_CHILD);
        }
        if (birth.inferred()) {
            kinds.add(Kind.OTHER_CALENDAR);
        }
        return kinds;
    }
}
