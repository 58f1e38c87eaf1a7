package eu.waymark.identity.age;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.age.Ages.ADULT;
import static eu.waymark.identity.age.Ages.AGENCY;
import static eu.waymark.identity.age.Ages.CHILD;
import static eu.waymark.identity.age.Ages.DISPUTE;
import static eu.waymark.identity.age.Ages.DOCUMENTED;
import static eu.waymark.identity.age.Ages.DOUBT;
import static eu.waymark.identity.age.Ages.PENDING;
import static eu.waymark.identity.age.Ages.age;
import static eu.waymark.identity.age.Ages.identity;
import static eu.waymark.identity.age.Ages.linkAsOwner;
import static eu.waymark.identity.age.Ages.move;
import static eu.waymark.identity.age.Ages.record;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Callers;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What several records of one child say of its age. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class AgeOfIdentityTest {

    private final Tokens worker = Callers.of(AGENCY, "practitioner", PURPOSE);
    private final Tokens supervisor = Callers.of(AGENCY, "supervisor", PURPOSE);

    @Test
    void noAgeStatusIsOutOfReachOnceItsRecordIsLinkedWithAnotherOfTheAgency() throws SQLException {
        // Given: two records of one agency, and a doubt about whichever has the larger id
        var records = new TreeSet<>(List.of(record(worker), record(worker)));
        var doubted = records.last();
        move(worker, identity(worker, doubted), 0, DOUBT).statusCode(200);

        // When
        linkAsOwner(records.first(), doubted, "SAME");

        // Then
        var child = identity(worker, doubted);
        age(worker, child).body("state", is("doubt-raised")).body("version", is(1));
        move(supervisor, child, 1, PENDING).statusCode(200).body("state", is("assessment-pending"));
    }

    @Test
    void whatOneAgencyFoundAndAnotherContradictsIsDisputedAndPartsWithTheirRecords() throws SQLException {
        // Given: one agency assessed a child; another, with its own record of the same person, an adult
        var here = record(worker);
        var abroadWorker = Callers.of("GB-AGES-TOO", "practitioner", PURPOSE);
        var abroadSupervisor = Callers.of("GB-AGES-TOO", "supervisor", PURPOSE);
        var there = record(abroadWorker);
        assess(here, worker, supervisor, CHILD);
        assess(there, abroadWorker, abroadSupervisor, ADULT);

        // When: two people link the two
        linkAsOwner(here, there, "SAME");

        // Then
        age(worker, identity(worker, here))
                .body("state", is("disputed"))
                .body("lowestAge", is(16))
                .body("treatedAsChild", is(true))
                .body("history.find { !it.record.own }.ageFrom", nullValue());

        // When
        linkAsOwner(here, there, "DIFFERENT");

        // Then
        age(worker, identity(worker, here)).body("state", is("assessed-child"));
        age(abroadWorker, identity(abroadWorker, there)).body("state", is("assessed-adult"));
    }

    @Test
    void whatOneAgencyContestsDocumentsNothingAtAnother() throws SQLException {
        // Given: trafficking is indicated on a record abroad, of the same child
        var here = record(worker);
        var abroad = Callers.of("GB-AGES-TOO", "practitioner", PURPOSE);
        var there = record(abroad);
        move(abroad, identity(abroad, there), 0, DOUBT).statusCode(200);
        linkAsOwner(here, there, "SAME");

        // When
        move(worker, identity(worker, here), 0, DOCUMENTED).statusCode(200).body("state", is("doubt-raised"));

        // Then: the twin, which nobody contests
        var alone = identity(worker, record(worker));
        move(worker, alone, 0, DOCUMENTED).statusCode(200).body("state", is("documented"));
    }

    @Test
    void oneDocumentWithoutAnAgeMakesNoAdultBesideAnotherThatDoes() throws SQLException {
        // Given
        var grown = "{\"state\":\"documented\",\"verifiedWithIssuer\":true,\"ageFrom\":19,\"ageTo\":19}";
        var silent = "{\"state\":\"documented\",\"verifiedWithIssuer\":true}";
        var here = record(worker);
        var abroad = Callers.of("GB-AGES-TOO", "practitioner", PURPOSE);
        var there = record(abroad);
        move(worker, identity(worker, here), 0, grown).statusCode(200).body("treatedAsChild", is(false));
        move(abroad, identity(abroad, there), 0, silent).statusCode(200).body("treatedAsChild", is(true));

        // When
        linkAsOwner(here, there, "SAME");

        // Then
        age(worker, identity(worker, here)).body("state", is("documented")).body("treatedAsChild", is(true));
    }

    @Test
    void whoSaysThatTheyAreAChildCanBeContradicted() {
        var child = identity(worker, record(worker));
        move(worker, child, 0, DISPUTE)
                .statusCode(200)
                .body("state", is("disputed"))
                .body("treatedAsChild", is(true));
        move(supervisor, child, 1, PENDING).statusCode(200).body("state", is("assessment-pending"));
    }

    private static void assess(String record, Tokens by, Tokens above, String outcome) {
        var identity = identity(by, record);
        move(by, identity, 0, DOUBT).statusCode(200);
        move(above, identity, 1, PENDING).statusCode(200);
        move(by, identity, 2, outcome).statusCode(200);
    }
}
