package eu.waymark.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Sex;
import eu.waymark.matching.blocking.Keying;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BirthHintsTest {

    private static final String FAR = "1980-01-02";

    private final PersonColumns columns = new PersonColumns(new WordCache(Keying.plain()), word -> {});

    @Test
    void aHintSaysWhatTheRowSays() {
        // Given
        String[] days = {"2014-03-05", "2014-01-01", "2013-09-09", "1999-12-31", "2014"};
        List<Span> asked = Span.of(List.of(BirthDate.parse("2014-03-05")));

        for (String day : days) {
            int hinted = columns.add(1, person(Sex.FEMALE, day));
            int read = columns.add(2, person(Sex.FEMALE, day, FAR));

            // When
            int[] closeness = columns.closeness(new int[] {hinted, read}, 2, asked, Sex.FEMALE);

            // Then
            assertThat(closeness[0]).as(day).isEqualTo(closeness[1]).isPositive();
        }
    }

    @Test
    void onlyASingleDayOfTheUsualCalendarIsTakenForOne() {
        // When
        int exact = columns.add(1, person(Sex.MALE, "2014-03-05"));
        int byDefault = columns.add(2, person(Sex.MALE, "2014-01-01"));
        int disputed = columns.add(3, person(Sex.MALE, "2014-03-05", FAR));
        int elsewhere = columns.add(4, person(Sex.MALE, "1388-05-12 SH"));

        // Then
        assertThat(columns.exactDay(exact)).isEqualTo(LocalDate.of(2014, 3, 5).toEpochDay());
        assertThat(List.of(byDefault, disputed, elsewhere)).allMatch(slot -> columns.exactDay(slot) == Long.MIN_VALUE);
    }

    private static Person person(Sex sex, String... births) {
        return new Person(List.of(), Arrays.stream(births).map(BirthDate::parse).toList(), sex, Set.of(), List.of());
    }
}
