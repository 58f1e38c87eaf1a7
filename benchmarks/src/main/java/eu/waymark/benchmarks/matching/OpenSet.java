package eu.waymark.benchmarks.matching;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A labelled set that anyone can get, with the fields to compare and the goal, which were fixed before any run.
 *
 * @param name of the set
 * @param fields what is compared, in a word
 * @param left file
 * @param right the other file, where there are two
 * @param columns as {@code matching.jar link --columns} takes them
 * @param truth column that holds the person
 * @param pattern what to take of it
 * @param goal F1 to reach, or null where it is only reported
 * @param pattern regular expression, or null for all of it
 */
record OpenSet(
        String name,
        String fields,
        String left,
        @Nullable String right,
        String columns,
        String truth,
        @Nullable String pattern,
        @Nullable Double goal) {

    private static final String NAME_DATE = "given=given_name,family=surname,dob=date_of_birth";
    private static final String FEBRL =
            NAME_DATE + ",address=street_number+address_1+address_2,city=suburb,postcode=postcode,state=state,"
                    + "number=soc_sec_id";
    private static final String GERMAN = "given=firstName,family=lastName,birthname=nameAtBirth,dob=dateOfBirth";

    static final List<OpenSet> ALL = List.of(
            febrl("febrl4", "all", "dataset4a.csv", "dataset4b.csv", FEBRL, .9998),
            febrl("febrl4", "name+date", "dataset4a.csv", "dataset4b.csv", NAME_DATE, .92),
            febrl("febrl3", "all", "dataset3.csv", null, FEBRL, .9954),
            febrl("febrl3", "name+date", "dataset3.csv", null, NAME_DATE, .93),
            febrl("febrl2", "all", "dataset2.csv", null, FEBRL, null),
            febrl("febrl2", "name+date", "dataset2.csv", null, NAME_DATE, null),
            febrl("febrl1", "all", "dataset1.csv", null, FEBRL, null),
            febrl("febrl1", "name+date", "dataset1.csv", null, NAME_DATE, null),
            new OpenSet(
                    "fake_1000",
                    "all",
                    "fake_1000.csv",
                    null,
                    "given=first_name,family=surname,dob=dob,city=city,email=email",
                    "cluster",
                    null,
                    .93),
            new OpenSet(
                    "fake_1000",
                    "name+date",
                    "fake_1000.csv",
                    null,
                    "given=first_name,family=surname,dob=dob",
                    "cluster",
                    null,
                    null),
            new OpenSet(
                    "DS_Time",
                    "all",
                    "DS_Time.csv",
                    null,
                    GERMAN + ",birthplace=placeOfBirth,postcode=plz,city=city",
                    "id.global",
                    null,
                    null),
            new OpenSet("DS_Time", "name+date", "DS_Time.csv", null, GERMAN, "id.global", null, null),
            dirty("all", FEBRL + ",phone=phone_number"),
            dirty("name+date", NAME_DATE));

    private static OpenSet febrl(
            String name, String fields, String left, @Nullable String right, String columns, @Nullable Double goal) {
        return new OpenSet(name, fields, left, right, columns, "rec_id", "rec-(\\d+)", goal);
    }

    private static OpenSet dirty(String fields, String columns) {
        return new OpenSet(
                "dirty_1000", fields, "dirty_1000_50_1.csv", "dirty_1000_50_2.csv", columns, "rec_id", null, null);
    }

    /** Its files. */
    Stream<String> files() {
        return Stream.of(left, right).filter(file -> file != null).map(String::valueOf);
    }
}
