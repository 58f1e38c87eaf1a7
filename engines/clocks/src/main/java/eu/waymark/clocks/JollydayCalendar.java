package eu.waymark.clocks;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Public holidays from the tables of Jollyday, which no other class knows. */
final class JollydayCalendar implements HolidayCalendar {

    private static final int COUNTRY_AND_REGION = 2;

    private final HolidayManager holidays;
    private final List<String> region;
    private final ZoneId zone;
    /** Jollyday computes a year in milliseconds; a clock asks for hundreds of days. */
    private final Map<Integer, Map<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    private JollydayCalendar(HolidayManager holidays, List<String> region, ZoneId zone) {
        this.holidays = holidays;
        this.region = region;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException for a place whose holidays are unknown: none may pass for a place without any */
    static JollydayCalendar of(String place, ZoneId zone) {
        var codes = place.split("-", COUNTRY_AND_REGION);
        if (!HolidayManager.getSupportedCalendarCodes().contains(codes[0])) {
            throw unknown(place);
        }
        var holidays = HolidayManager.getInstance(tables(codes[0]));
        if (codes.length < COUNTRY_AND_REGION) {
            return new JollydayCalendar(holidays, List.of(), zone);
        }
        var region = codes[1].toLowerCase(Locale.ROOT);
        if (!holidays.getCalendarHierarchy().getChildren().containsKey(region)) {
            throw unknown(place);
        }
        return new JollydayCalendar(holidays, List.of(region), zone);
    }

    /** Ours where those of the library are wrong. */
    private static ManagerParameter tables(String country) {
        var own = JollydayCalendar.class.getResource("holidays-" + country.toLowerCase(Locale.ROOT) + ".xml");
        return own == null ? ManagerParameters.create(country) : ManagerParameters.create(own);
    }

    private static IllegalArgumentException unknown(String place) {
        return new IllegalArgumentException("No holiday calendar for " + place);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean isPublicHoliday(LocalDate date) {
        return year(date).containsKey(date);
    }

    @Override
    public Optional<Holiday> holiday(LocalDate date) {
        return Optional.ofNullable(year(date).get(date));
    }

    private Map<LocalDate, Holiday> year(LocalDate date) {
        return years.computeIfAbsent(
                date.getYear(),
                year ->
                        holidays
                                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region.toArray(String[]::new))
                                .stream()
                                .collect(Collectors.toMap(
                                        de.focus_shift.jollyday.core.Holiday::getDate,
                                        day -> new Holiday(day.getPropertiesKey(), day.getDescription(Locale.ENGLISH)),
                                        (one, other) -> one)));
    }
}
