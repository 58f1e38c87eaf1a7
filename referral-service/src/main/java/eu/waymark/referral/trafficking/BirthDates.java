package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a birth as it was told, as far as it was: a year, a month or a day (EDTF, level 0). */
@ApplicationScoped
class BirthDates {

    /** Above it whoever says that they are a child should be asked once more, kindly, and is believed all the same. */
    private static final int SURELY_GROWN_UP = 25;

    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private final Clock clock;

    BirthDates(Clock clock) {
        this.clock = clock;
    }

    /** @throws ProblemException 400 when there is no such day, or it has not come yet */
    void requireReal(@Nullable String told) {
        // Births east of Greenwich may already carry tomorrow's date.
        if (told != null && earliest(told).isAfter(today().plusDays(1))) {
            throw wrong("lies in the future");
        }
    }

    /** Whether somebody born then is older than 25 for sure. */
    boolean isSurelyGrownUp(@Nullable String told) {
        return told != null && latest(told).plusYears(SURELY_GROWN_UP + 1L).isBefore(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static LocalDate earliest(String told) {
        if (!SHAPE.matcher(told).matches()) {
            throw wrong("is a year, a month or a day, as 2010, 2010-05 or 2010-05-31");
        }
        try {
            return switch (told.length()) {
                case YEAR -> Year.parse(told).atDay(1);
                case MONTH -> YearMonth.parse(told).atDay(1);
                default -> LocalDate.parse(told);
            };
        } catch (DateTimeException impossible) {
            throw wrong("is no day of the calendar");
        }
    }

    private static LocalDate latest(String told) {
        var first = earliest(told);
        return switch (told.length()) {
            case YEAR -> first.plusYears(1).minusDays(1);
            case MONTH -> first.plusMonths(1).minusDays(1);
            default -> first;
        };
    }

    private static ProblemException wrong(String message) {
        return CommonProblem.INVALID_REQUEST
                .because("Correct the birth date, or leave it out: nobody has to know it.")
                .at("form.birthDate", message);
    }
}
