package eu.waymark.matching.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyntheticCsvTest {

    private static final LocalDate REFERENCE = LocalDate.of(2026, 11, 1);

    @Test
    void writesOneLineForEachRecordUnderAHeading() throws IOException {
        // Given
        List<SyntheticRecord> people =
                SyntheticPeople.generate(1, 500, REFERENCE).toList();
        var csv = new StringBuilder();

        // When
        SyntheticCsv.write(people.iterator(), csv);

        // Then
        List<String> lines = csv.toString().lines().toList();
        assertThat(lines).hasSize(501);
        assertThat(lines.getFirst())
                .isEqualTo("record_id,person_id,family_id,origin,given,family,native_given,native_family,dob,sex,"
                        + "nationality");
        for (int i = 0; i < people.size(); i++) {
            SyntheticRecord person = people.get(i);
            assertThat(lines.get(i + 1))
                    .startsWith(person.recordId() + "," + person.personId() + "," + person.familyId() + ",");
        }
    }

    @Test
    void nobodyIsAHeadingAlone() throws IOException {
        var csv = new StringBuilder();

        SyntheticCsv.write(Stream.<SyntheticRecord>empty().iterator(), csv);

        assertThat(csv.toString().lines()).hasSize(1);
    }
}
