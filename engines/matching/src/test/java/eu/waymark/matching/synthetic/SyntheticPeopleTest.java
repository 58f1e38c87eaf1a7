package eu.waymark.matching.synthetic;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.waymark.matching.BirthQuality;
import eu.waymark.matching.Sex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticPeopleTest {

    private static final LocalDate REFERENCE = LocalDate.of(2026, 11, 1);

    @Test
    void theSameSeedGivesTheSamePeople() {
        assertThat(hash(1)).isEqualTo(hash(1));
        assertThat(hash(1)).isNotEqualTo(hash(2));
    }

    @Test
    void aLongerStreamBeginsLikeAShorterOne() {
        List<SyntheticRecord> few = SyntheticPeople.generate(1, 50, REFERENCE).toList();
        List<SyntheticRecord> more =
                SyntheticPeople.generate(1, 100, REFERENCE).limit(50).toList();

        assertThat(more).isEqualTo(few);
    }

    @Test
    void isLazy() {
        assertThat(SyntheticPeople.generate(1, Integer.MAX_VALUE, REFERENCE).limit(3))
                .hasSize(3);
    }

    @Test
    void sharesAreThoseOfARealRegister() {
        // Given
        List<SyntheticRecord> records =
                SyntheticPeople.generate(3, 5_000, REFERENCE).toList();
        Map<String, Long> childrenOfFamily = records.stream()
                .collect(groupingBy(
                        SyntheticRecord::familyId,
                        Collectors.mapping(
                                SyntheticRecord::personId,
                                Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));

        // When
        double siblings = share(records, record -> childrenOfFamily.get(record.familyId()) > 1);

        // Then
        assertThat(siblings).isCloseTo(.40, within(.05));
        assertThat(share(records, SyntheticRecord::twin)).isCloseTo(.03, within(.015));
        assertThat(share(records, SyntheticRecord::repeated)).isCloseTo(.10, within(.02));
        assertThat(records).extracting(SyntheticRecord::agencyCountry).containsOnly("GB", "FR", "NL", "PL", "DE");
        assertThat(scripts(records)).contains("Latn", "Cyrl", "Grek", "Arab");
        assertThat(records).extracting(SyntheticRecord::recordId).doesNotHaveDuplicates();
    }

    @Test
    void someOriginsRecordDefaultDays() {
        List<SyntheticRecord> syrians = SyntheticPeople.generate(3, 5_000, REFERENCE)
                .filter(record -> record.demographics().nationalities().contains("SY"))
                .toList();

        assertThat(share(
                        syrians,
                        record -> record.demographics().births().getFirst().quality() == BirthQuality.DEFAULT_DAY))
                .isCloseTo(.15, within(.06));
    }

    @Test
    void twinsAreDifferentChildrenBornOnOneDay() {
        // Given
        Map<String, List<SyntheticRecord>> twinsByFamily = SyntheticPeople.generate(3, 5_000, REFERENCE)
                .filter(SyntheticRecord::twin)
                .filter(record -> !record.repeated())
                .collect(groupingBy(SyntheticRecord::familyId));

        // Then
        assertThat(twinsByFamily.values()).isNotEmpty().allSatisfy(twins -> {
            assertThat(twins).extracting(SyntheticRecord::personId).doesNotHaveDuplicates();
            assertThat(twins)
                    .extracting(twin -> twin.demographics().births().getFirst().edtf())
                    .hasSizeLessThanOrEqualTo(2);
            assertThat(twins.stream()
                            .map(twin -> twin.demographics().births().getFirst())
                            .distinct())
                    .hasSize(1);
        });
    }

    @Test
    void clerksOfDifferentCountriesWriteDifferently() {
        assertThat(Romanisation.PASSPORT.latin("Щербак", Origin.UA)).isEqualTo("Shcherbak");
        assertThat(Romanisation.GERMAN.latin("Щербак", Origin.UA)).isEqualTo("Schtscherbak");
        assertThat(Romanisation.POLISH.latin("Щербак", Origin.UA)).isEqualTo("Szczerbak");
        assertThat(Romanisation.PASSPORT.latin("Παπαδοπούλου", Origin.GR)).isEqualTo("Papadopoulou");
        assertThat(Romanisation.PASSPORT.latin("Щерев", Origin.BG)).isEqualTo("Shterev");
    }

    @Test
    void everyFaultChangesWhatItNames() {
        // Given
        var corrupter = new Corrupter(new SplittableRandom(1));
        var sheet = new Sheet("Anna Maria", "van Kowalska Nowak", null, List.of("2014-03-05"), Sex.FEMALE, "PL", false);
        Child child = SyntheticPopulationTest.child(Origin.PL);

        // Then
        assertThat(corrupter.apply(Fault.SWAPPED_DATE, sheet, child).births()).containsExactly("2014-05-03");
        assertThat(corrupter.apply(Fault.APPROXIMATE_YEAR, sheet, child).births())
                .allMatch(birth -> birth.matches("201[345]~"));
        assertThat(corrupter.apply(Fault.YEAR_ONLY, sheet, child).births()).containsExactly("2014");
        assertThat(corrupter.apply(Fault.MONTH_ONLY, sheet, child).births()).containsExactly("2014-03");
        assertThat(corrupter.apply(Fault.DISPUTED, sheet, child).births())
                .hasSize(2)
                .contains("2014-03-05");
        assertThat(corrupter.apply(Fault.DROPPED_SURNAME, sheet, child).family())
                .isIn("van Kowalska", "Nowak");
        assertThat(corrupter.apply(Fault.DROPPED_PARTICLE, sheet, child).family())
                .isEqualTo("Kowalska Nowak");
        assertThat(corrupter.apply(Fault.DROPPED_GIVEN, sheet, child).given()).isEqualTo("Anna");
        assertThat(corrupter.apply(Fault.INITIAL, sheet, child).given()).isEqualTo("A.");
        assertThat(corrupter.apply(Fault.SWAPPED_NAMES, sheet, child).given()).isEqualTo("van Kowalska Nowak");
        assertThat(corrupter.apply(Fault.TYPO, sheet, child)).isNotEqualTo(sheet);
        assertThat(corrupter.apply(Fault.OTHER_CALENDAR, sheet, child)).isEqualTo(sheet);
    }

    @Test
    void otherCalendarsGiveTheirOwnDigits() {
        var dates = new DateFaults(new SplittableRandom(1));
        var sheet = new Sheet("A", "B", null, List.of("2009-08-03"), Sex.FEMALE, null, false);

        assertThat(dates.apply(Fault.OTHER_CALENDAR, sheet, SyntheticPopulationTest.child(Origin.IR))
                        .births())
                .containsExactly("2009-05-12");
        assertThat(dates.apply(Fault.OTHER_CALENDAR, sheet, SyntheticPopulationTest.child(Origin.ET))
                        .births())
                .containsExactly("2001-11-27");
    }

    private static double share(List<SyntheticRecord> records, java.util.function.Predicate<SyntheticRecord> is) {
        return records.stream().filter(is).count() / (double) records.size();
    }

    private static List<String> scripts(List<SyntheticRecord> records) {
        return records.stream()
                .flatMap(record -> record.demographics().names().stream())
                .map(name -> String.valueOf(name.script()))
                .distinct()
                .toList();
    }

    private static String hash(long seed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            SyntheticPeople.generate(seed, 2_000, REFERENCE).forEach(record -> digest.update(spelled(record)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] spelled(SyntheticRecord record) {
        var text = new StringBuilder()
                .append(record.recordId())
                .append(record.personId())
                .append(record.agencyCountry())
                .append(record.demographics().nationalities());
        record.demographics().names().forEach(name -> text.append(name.given()).append(name.family()));
        record.demographics().births().forEach(birth -> text.append(birth.edtf()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
