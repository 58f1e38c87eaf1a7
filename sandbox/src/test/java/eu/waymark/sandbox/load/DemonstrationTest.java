package eu.waymark.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import eu.waymark.sandbox.keycloak.Account;
import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTest {

    private final JsonNode directory = Demonstration.read("directory.json");

    @Test
    void everyAccountBelongsToAnAgencyOfTheDirectoryWithTheSameCountryAndType(@TempDir Path folder) throws IOException {
        StateDirectory state = new StateDirectory(folder);
        state.create();
        for (Account account : Realm.load(Secrets.open(state)).accounts()) {
            JsonNode agency = directory.path("agencies").path(account.agency());

            assertThat(agency.path("country").asText()).as(account.username()).isEqualTo(account.country());
            assertThat(agency.path("type").asText()).as(account.username()).isEqualTo(account.agencyType());
        }
    }

    @Test
    void everyDeskBelongsToAnAgencyAndEveryCountryThatRegistersHasANationalOne() {
        for (JsonNode desk : directory.path("desks")) {
            assertThat(directory.path("agencies").has(desk.path("agency").asText()))
                    .isTrue();
        }
        for (String country : List.of("GB", "FR", "NL", "PL", "DE")) {
            assertThat(directory.at("/desks/" + country + "-NATIONAL/kind").asText())
                    .isEqualTo("national");
        }
    }

    @Test
    void noPhoneNumberOrAddressIsAnybodys() {
        for (JsonNode desk : directory.path("desks")) {
            assertThat(desk.path("email").asText()).endsWith(".example");
        }
    }

    @Test
    void onePairOfCountriesHasNoAgreementSoThatARefusalCanBeShown() {
        assertThat(directory.path("agreements"))
                .noneMatch(agreement -> agreement.path("countries").toString().equals("[\"GB\",\"PL\"]"));
    }

    @Test
    void everySyntheticEntryUsesAMeasureOfItsOwnCountry() {
        SyntheticPeople.generate(3, 500, PeopleLoad.REFERENCE).forEach(person -> {
            Optional<ObjectNode> entry = entry(person);
            entry.ifPresent(known -> {
                String code = known.path("measure").asText();
                assertThat(directory.at("/measures/" + code + "/country").asText())
                        .startsWith(person.agencyCountry());
            });
        });
    }

    @Test
    void theSameSeedMeansTheSameChildrenAndEntries() {
        List<SyntheticRecord> once = people();
        List<SyntheticRecord> again = people();

        assertThat(once.stream().map(ImportLines::of))
                .containsExactlyElementsOf(again.stream().map(ImportLines::of).toList());
        assertThat(once.stream().map(DemonstrationTest::entry))
                .containsExactlyElementsOf(
                        again.stream().map(DemonstrationTest::entry).toList());
    }

    @Test
    void everyLineOfAnImportNamesTheChildAndNothingThatIsUnknown() {
        for (SyntheticRecord person : people()) {
            ObjectNode line = ImportLines.of(person);

            assertThat(line.path("externalId").asText()).isEqualTo(person.recordId());
            assertThat(line.path("names")).isNotEmpty().allMatch(name -> !name.isEmpty());
            for (Map.Entry<String, JsonNode> field : line.properties()) {
                assertThat(field.getValue().isNull()).as(field.getKey()).isFalse();
            }
        }
    }

    private static List<SyntheticRecord> people() {
        return SyntheticPeople.generate(3, 200, PeopleLoad.REFERENCE).toList();
    }

    private static Optional<ObjectNode> entry(SyntheticRecord person) {
        return new Entries(3, PeopleLoad.REFERENCE).of(person.recordId(), person.agencyCountry());
    }
}
