package eu.waymark.clocks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The tables, and the holidays that a rule document adds to them. */
record ExtendedCalendar(HolidayCalendar tables, List<ExtraHoliday> extra) implements HolidayCalendar {

    @Override
    public ZoneId zone() {
        return tables.zone();
    }

    @Override
    public boolean isPublicHoliday(LocalDate date) {
        return extra.stream().anyMatch(one -> one.date().equals(date)) || tables.isPublicHoliday(date);
    }

    @Override
    public Optional<Holiday> holiday(LocalDate date) {
        return extra.stream()
                .filter(one -> one.date().equals(date))
                .findFirst()
                .map(one -> new Holiday("extra-holiday", one.name()))
                .or(() -> tables.holiday(date));
    }
}
