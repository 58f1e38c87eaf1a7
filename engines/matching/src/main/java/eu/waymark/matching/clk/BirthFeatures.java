package eu.waymark.matching.clk;

import java.time.LocalDate;
import java.util.List;

/** The features of one claim about a birth. */
final class BirthFeatures {

    private final ClkParameters weights;

    BirthFeatures(ClkParameters weights) {
        this.weights = weights;
    }

    List<Feature> day(LocalDate day) {
        int month = day.getMonthValue();
        int dayOfMonth = day.getDayOfMonth();
        return List.of(
                new Feature(Feature.Kind.YEAR, String.valueOf(day.getYear()), weights.year()),
                digit("m1", month / 10),
                digit("m2", month % 10),
                digit("d1", dayOfMonth / 10),
                digit("d2", dayOfMonth % 10));
    }

    List<Feature> year(int year) {
        return List.of(new Feature(Feature.Kind.YEAR, String.valueOf(year), weights.yearAlone()));
    }

    private Feature digit(String place, int digit) {
        return new Feature(Feature.Kind.DAY, place + digit, weights.digit());
    }
}
