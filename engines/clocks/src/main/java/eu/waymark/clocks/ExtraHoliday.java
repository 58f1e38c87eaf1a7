package eu.waymark.clocks;

import java.time.LocalDate;

/**
 * A holiday that is given once, after the tables were made: a jubilee, a state funeral.
 *
 * @param place a country or part of one in ISO 3166 codes
 */
public record ExtraHoliday(String place, LocalDate date, String name) {}
