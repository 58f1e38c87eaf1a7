package eu.waymark.matching;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.EthiopicCalendar;
import com.ibm.icu.util.IslamicCalendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A calendar in which a claim may be written, as CLDR names it. */
public enum BirthCalendar {
    GREGORIAN("AD", "CE"),
    /** Solar Hijri, of Iran and Afghanistan. */
    PERSIAN("SH", "AP"),
    /** Of Ethiopia and Eritrea: thirteen months, seven or eight years behind. */
    ETHIOPIC("EC"),
    /** Lunar, as Saudi Arabia reckons; sightings elsewhere may be a day off. */
    UMM_AL_QURA("AH"),
    /** Of Thailand: 543 years ahead, otherwise Gregorian. */
    BUDDHIST("BE");

    /** Julian day number of 1970-01-01. */
    private static final int EPOCH = 2_440_588;

    private static final int BUDDHA = 543;

    private final List<String> eras;

    BirthCalendar(String... eras) {
        this.eras = List.of(eras);
    }

    /** The calendar of an era ({@code SH}, {@code EC}, {@code AH}) or of a name ({@code persian}); null for others. */
    static @Nullable BirthCalendar named(String mark) {
        String name = mark.toUpperCase(Locale.ROOT).replace('-', '_');
        for (BirthCalendar calendar : values()) {
            if (calendar.name().equals(name) || calendar.eras.contains(name)) {
                return calendar;
            }
        }
        return null;
    }

    /** In which a bare year of a child's birth makes sense; where it is Gregorian, nothing else is considered. */
    static BirthCalendar ofBareYear(int year) {
        if (year >= 1300 && year <= 1405) {
            return PERSIAN;
        }
        if (year > 1405 && year <= 1460) {
            return UMM_AL_QURA;
        }
        return year >= 2480 && year <= 2600 ? BUDDHIST : GREGORIAN;
    }

    int months() {
        return this == ETHIOPIC ? 13 : 12;
    }

    /** @throws DateTimeException where there is no such month */
    int lengthOfMonth(int year, int month) {
        return switch (this) {
            case GREGORIAN -> YearMonth.of(year, month).lengthOfMonth();
            case BUDDHIST -> YearMonth.of(year - BUDDHA, month).lengthOfMonth();
            case PERSIAN, ETHIOPIC, UMM_AL_QURA -> lenient(year, month, 1).getActualMaximum(Calendar.DAY_OF_MONTH);
        };
    }

    /** @throws DateTimeException where there is no such day */
    LocalDate day(int year, int month, int day) {
        return switch (this) {
            case GREGORIAN -> LocalDate.of(year, month, day);
            case BUDDHIST -> LocalDate.of(year - BUDDHA, month, day);
            case PERSIAN, ETHIOPIC, UMM_AL_QURA -> converted(year, month, day);
        };
    }

    /** The day, or empty where there is none. */
    Optional<LocalDate> find(int year, int month, int day) {
        boolean exists = month >= 1 && month <= months() && day >= 1 && day <= lengthOfMonth(year, month);
        return exists ? Optional.of(day(year, month, day)) : Optional.empty();
    }

    private LocalDate converted(int year, int month, int day) {
        if (month < 1 || month > months() || day < 1 || day > lengthOfMonth(year, month)) {
            throw new DateTimeException("No such day in this calendar");
        }
        return LocalDate.ofEpochDay(lenient(year, month, day).get(Calendar.JULIAN_DAY) - (long) EPOCH);
    }

    private Calendar lenient(int year, int month, int day) {
        Calendar calendar = fresh();
        calendar.clear();
        calendar.set(Calendar.EXTENDED_YEAR, year);
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(Calendar.DAY_OF_MONTH, day);
        return calendar;
    }

    private Calendar fresh() {
        return switch (this) {
            case PERSIAN -> new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            case ETHIOPIC -> new EthiopicCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            case UMM_AL_QURA, GREGORIAN, BUDDHIST -> {
                var lunar = new IslamicCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
                lunar.setCalculationType(IslamicCalendar.CalculationType.ISLAMIC_UMALQURA);
                yield lunar;
            }
        };
    }
}
