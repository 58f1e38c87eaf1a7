package eu.waymark.matching.clk;

/**
 * From which similarity two encodings are one person: the more people are on record, the more strangers are alike by
 * chance. Found on invented people, see {@code docs/privacy-preserving-queries.md}.
 *
 * @param day for encodings of a day
 * @param year for encodings of a year alone: they say less, so that names must agree better
 */
public record Thresholds(double day, double year) {

    private record Size(int people, Thresholds thresholds) {}

    private static final Size[] SIZES = {
        new Size(5_000, new Thresholds(.82, .86)),
        new Size(20_000, new Thresholds(.86, .88)),
        new Size(200_000, new Thresholds(.88, .92)),
        new Size(2_000_000, new Thresholds(.90, .95)),
    };
    private static final Thresholds MORE = new Thresholds(.92, .97);

    /** Those for a register of so many people. */
    public static Thresholds forPeople(int people) {
        for (Size size : SIZES) {
            if (people <= size.people()) {
                return size.thresholds();
            }
        }
        return MORE;
    }

    /** The one for encodings of this reading. */
    public double of(Reading reading) {
        return reading == Reading.DAY ? day : year;
    }
}
