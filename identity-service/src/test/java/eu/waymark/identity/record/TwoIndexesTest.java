package eu.waymark.identity.record;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.Invented;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.mirror.Remembered;
import eu.waymark.identity.record.PersonRecords.Entrant;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.caller.Caller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The index in memory and the one in the database answer the same of the same people. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class TwoIndexesTest {

    private static final int PEOPLE = 250;
    private static final SyntheticPopulation POPULATION = new SyntheticPopulation(17, LocalDate.of(2026, 11, 1));
    private static final Caller AGENCY =
            new Caller("importer", "", "GB-INDEX", "GB", "child-protection", Set.of(), Set.of(), "");

    @Inject
    BlockingIndex index;

    @Inject
    OpenRecords opened;

    @Inject
    EngineSource engines;

    @Inject
    DemographicsVault vault;

    @Inject
    PersonRecords records;

    @Inject
    AuditedWork work;

    private record Hit(UUID id, double probability, String band) {}

    @Test
    void memoryAndDatabaseAnswerAlike() {
        // Given
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(at -> new Entrant(Invented.demographics(POPULATION.person(at)), null, null))
                .toList();
        work.runAsSystem(IdentityEvent.PERSON_RECORDED, trail -> records.add(AGENCY, people));
        var database = new PersonFinder(index, List.of(), engines, vault, Duration.ZERO);
        var memory = new PersonFinder(index, List.of(Remembered.replica()), engines, vault, Duration.ZERO);

        // When
        int same = 0;
        int found = 0;
        for (int at = 0; at < PEOPLE; at++) {
            var asked = Invented.demographics(POPULATION.corrupted(at, 1));
            var one = hits(database, asked);
            var other = hits(memory, asked);
            found += other.isEmpty() ? 0 : 1;
            same += one.equals(other) ? 1 : 0;

            // Then: whoever the database finds memory finds with the same probability
            assertThat(other).containsAll(one);
        }
        assertThat(found).isGreaterThan(PEOPLE * 8 / 10);
        assertThat(same).isGreaterThan(PEOPLE * 95 / 100);
    }

    private List<Hit> hits(PersonFinder finder, Demographics asked) {
        return work.runAsSystem(IdentityEvent.SEARCHED, trail -> finder.find(asked).hits().stream()
                .map(hit -> new Hit(
                        hit.record().id(), hit.score().probability(), hit.band().name()))
                .toList());
    }
}
