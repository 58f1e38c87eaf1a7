package eu.waymark.matching.synthetic;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a date of birth. A fault that does not fit leaves everything as it is. */
final class DateFaults {

    private final RandomGenerator random;

    DateFaults(RandomGenerator random) {
        this.random = random;
    }

    Sheet apply(Fault fault, Sheet sheet, Child child) {
        LocalDate day = sheet.day();
        if (day == null) {
            return sheet;
        }
        int beside = day.getYear() + random.nextInt(-1, 2);
        return switch (fault) {
            case SWAPPED_DATE -> with(sheet, swapped(day));
            case WRONG_DIGIT -> with(sheet, wrongDigit(day));
            case YEAR_ONLY -> with(sheet, String.valueOf(day.getYear()));
            case APPROXIMATE_YEAR -> with(sheet, beside + "~");
            case MONTH_ONLY -> with(sheet, YearMonth.from(day).toString());
            case RANGE -> range(sheet, day);
            case DEFAULT_DAY -> with(sheet, beside + "-01-01");
            case OTHER_CALENDAR -> with(sheet, otherCalendar(day, child.origin()));
            case DISPUTED -> disputed(sheet, day);
            case MISSING_BIRTH -> sheet.withBirths(List.of());
            default -> sheet;
        };
    }

    private static Sheet with(Sheet sheet, @Nullable String birth) {
        return birth == null ? sheet : sheet.withBirths(List.of(birth));
    }

    private Sheet range(Sheet sheet, LocalDate day) {
        int from = day.getYear() - random.nextInt(3);
        return with(sheet, from + "/" + (from + 2));
    }

    private Sheet disputed(Sheet sheet, LocalDate day) {
        LocalDate other = day.minusDays(random.nextInt(20, 900));
        String wrong = random.nextBoolean() ? other.toString() : other.getYear() + "-01-01";
        return sheet.withBirths(random.nextBoolean() ? List.of(wrong, day.toString()) : List.of(day.toString(), wrong));
    }

    private static @Nullable String swapped(LocalDate day) {
        return day.getDayOfMonth() > 12
                ? null
                : LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
                        .toString();
    }

    /** Day and month two times in three, else the year; null where no such day exists or the child were unborn. */
    private @Nullable String wrongDigit(LocalDate day) {
        char[] digits = day.toString().toCharArray();
        int[] places = {3, 5, 6, 8, 9, 9};
        int at = places[random.nextInt(places.length)];
        if (random.nextInt(4) == 0 && digits[at - 1] != '-') {
            char left = digits[at - 1];
            digits[at - 1] = digits[at];
            digits[at] = left;
        } else {
            digits[at] = (char) ('0' + random.nextInt(10));
        }
        try {
            LocalDate wrong = LocalDate.parse(new String(digits));
            return Math.abs(wrong.getYear() - day.getYear()) > 9 ? null : wrong.toString();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Month and day as the other calendar has them, the year moved by the usual rule of thumb or left. */
    private static @Nullable String otherCalendar(LocalDate day, Origin origin) {
        return switch (origin) {
            case IR, AF -> digits(day, "persian", 621);
            case ET -> digits(day, "ethiopic", 0);
            case SY -> digits(day, "islamic-umalqura", 579);
            default -> null;
        };
    }

    private static @Nullable String digits(LocalDate day, String calendar, int years) {
        Calendar other = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=" + calendar));
        other.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        int year = other.get(Calendar.EXTENDED_YEAR) + years;
        int month = other.get(Calendar.MONTH) + 1;
        try {
            return LocalDate.of(year, month, other.get(Calendar.DAY_OF_MONTH)).toString();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
