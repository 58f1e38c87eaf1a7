package eu.waymark.clocks;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Public holidays from the tables of Jollyday, which no other class knows. */
record JollydayCalendar(HolidayManager holidays, List<String> region, ZoneId zone) implements HolidayCalendar {

    private static final int COUNTRY_AND_REGION = 2;

    /** @throws IllegalArgumentException for a place whose holidays are unknown: none may pass for a place without any */
    static JollydayCalendar of(String place, ZoneId zone) {
        var codes = place.split("-", COUNTRY_AND_REGION);
        if (!HolidayManager.getSupportedCalendarCodes().contains(codes[0])) {
            throw unknown(place);
        }
        var holidays = HolidayManager.getInstance(ManagerParameters.create(codes[0]));
        if (codes.length < COUNTRY_AND_REGION) {
            return new JollydayCalendar(holidays, List.of(), zone);
        }
        var region = codes[1].toLowerCase(Locale.ROOT);
        if (!holidays.getCalendarHierarchy().getChildren().containsKey(region)) {
            throw unknown(place);
        }
        return new JollydayCalendar(holidays, List.of(region), zone);
    }

    private static IllegalArgumentException unknown(String place) {
        return new IllegalArgumentException("No holiday calendar for " + place);
    }

    @Override
    public boolean isPublicHoliday(LocalDate date) {
        return holidays.isHoliday(date, HolidayType.PUBLIC_HOLIDAY, region.toArray(String[]::new));
    }
}
