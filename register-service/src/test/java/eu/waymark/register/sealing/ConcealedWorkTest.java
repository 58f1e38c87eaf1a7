package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other services are told whose work about a hidden child conceals itself, and the register's own events know it at once. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ConcealedWorkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where no other test hides anybody. */
    private static final String RIPON = "GB-RIPON";

    private static final String AGENCY = "\"agency\":\"" + RIPON + '"';
    private static final String ABOUT = "select f.subject, f.type, f.data from fact_outbox f where f.subject in"
            + " (select subject from fact_outbox where position(? in data) > 0) order by f.order_no";
    private static final String BY =
            "select event from audit_outbox where event::json->'agent'->>'who' = ? order by order_no";

    @Inject
    TellingConcealedWork telling;

    private UUID person;
    private String entry;

    @BeforeEach
    void known() {
        Hidden.directory();
        Scene.agency(RIPON);
        Scene.agency("GB-WELLS");
        person = Scene.person("GB-KENT");
        entry = Hidden.entry(person);
    }

    @Test
    void whoeverIsNamedBehindTheSealIsTold() throws SQLException {
        // When
        Hidden.sealed(entry, RIPON);

        // Then
        var told = told();
        assertThat(workers(told)).containsExactlyInAnyOrder("nadia-" + RIPON, "owen-" + RIPON);
        assertThat(told).allSatisfy(fact -> {
            assertThat(fact.subject()).isNotEqualTo(person);
            assertThat(fact.data().path("names").toString()).contains(Scene.tag(person), person.toString(), entry);
        });
    }

    @Test
    void namingWorkersOfAnEntryThatIsNotSealedTellsNobody() throws SQLException {
        // When
        Api.as(Hidden.sam(), Hidden.PLAN)
                .header("If-Match", "\"1\"")
                .body("{\"workers\":[{\"subject\":\"practitioner-GB-KENT\"}]}")
                .put(Scene.ENTRIES + "/" + entry + "/workers")
                .then()
                .statusCode(200);

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void aSecondSealingTellsOfNobodyElse() throws SQLException {
        // Given
        Hidden.sealed(entry, RIPON);

        // When
        Hidden.seal(Hidden.sam(), entry, "GB-WELLS").statusCode(204);

        // Then
        assertThat(workers(told())).containsExactlyInAnyOrder("nadia-" + RIPON, "owen-" + RIPON);
    }

    @Test
    void whoIsToTakeOverIsTooAndWhoWasTakenOffStaysSoUntilItIsUnsealed() throws SQLException {
        // Given
        var sealed = Hidden.sealed(entry, RIPON);
        var handover = Hidden.post(
                        Hidden.nadia(RIPON),
                        SEALED + "/" + sealed + "/handovers",
                        "{\"responsible\":\"GB-WELLS\",\"workers\":" + Hidden.workers("GB-WELLS") + "}")
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(workers(told())).contains("nadia-GB-WELLS", "owen-GB-WELLS");
        Hidden.post(Hidden.owen("GB-WELLS"), "/api/register/v1/sealed-proposals/" + handover + "/acceptance", "")
                .statusCode(204);
        assertThat(told()).hasSize(4).allMatch(fact -> fact.type().equals("work.concealed"));

        // When
        var unsealing = Hidden.post(Hidden.nadia("GB-WELLS"), SEALED + "/" + sealed + "/unsealings", "")
                .statusCode(201)
                .extract()
                .<String>path("id");
        Hidden.post(Hidden.owen("GB-WELLS"), "/api/register/v1/sealed-proposals/" + unsealing + "/confirmation", "")
                .statusCode(204);

        // Then
        var told = told();
        assertThat(told.stream()
                        .filter(fact -> fact.type().equals("work.shown"))
                        .map(Told::subject))
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().map(Told::subject).distinct().toList())
                .hasSize(4);
    }

    @Test
    void theRegistersOwnEventsOfWhoIsNamedConcealThemselvesUntilItIsUnsealed() throws SQLException {
        // Given
        var sealed = Hidden.sealed(entry, RIPON);

        // When
        Hidden.check(Hidden.nadia(RIPON), person);
        Hidden.get(Hidden.nadia(RIPON), Scene.ENTRIES + "/" + entry);

        // Then
        assertThat(eventsOf("nadia-" + RIPON))
                .isNotEmpty()
                .noneMatch(event -> event.contains(Scene.tag(person)) || event.contains(entry))
                .allMatch(event -> !event.contains("register.check.answered") || !event.contains(AGENCY));

        // When
        var unsealing = Hidden.post(Hidden.nadia(RIPON), SEALED + "/" + sealed + "/unsealings", "")
                .statusCode(201)
                .extract()
                .<String>path("id");
        Hidden.post(Hidden.owen(RIPON), "/api/register/v1/sealed-proposals/" + unsealing + "/confirmation", "")
                .statusCode(204);
        Hidden.get(Hidden.nadia(RIPON), Scene.ENTRIES + "/" + entry).statusCode(200);

        // Then
        assertThat(eventsOf("nadia-" + RIPON).getLast()).contains(Scene.tag(person), AGENCY);
    }

    @Test
    void eventsOfWhoIsNotNamedGoOnAsBefore() throws SQLException {
        // Given
        Hidden.sealed(entry, RIPON);
        var colleague = "colleague-" + UUID.randomUUID();

        // When
        Hidden.check(Hidden.worker(colleague, RIPON, "practitioner"), person);

        // Then
        assertThat(eventsOf(colleague).getLast()).contains(Scene.tag(person), AGENCY);
    }

    @Test
    void whatStandsIsToldAgainAndWhatHasEndedIsNot() throws SQLException {
        // Given
        Hidden.sealed(entry, RIPON);

        // When
        telling.run();

        // Then
        assertThat(workers(told()))
                .containsExactlyInAnyOrder("nadia-" + RIPON, "owen-" + RIPON, "nadia-" + RIPON, "owen-" + RIPON);
        assertThat(told().stream().map(Told::subject).distinct()).hasSize(2);

        // When
        var sealed = Hidden.truth(entry, RIPON);
        var unsealing = Hidden.post(Hidden.nadia(RIPON), SEALED + "/" + sealed + "/unsealings", "")
                .extract()
                .<String>path("id");
        Hidden.post(Hidden.owen(RIPON), "/api/register/v1/sealed-proposals/" + unsealing + "/confirmation", "")
                .statusCode(204);
        telling.run();

        // Then
        assertThat(told().getLast().type()).isEqualTo("work.shown");
    }

    private record Told(UUID subject, String type, JsonNode data) {}

    private List<Told> told() throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(ABOUT)) {
            select.setString(1, Scene.tag(person));
            var told = new ArrayList<Told>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    told.add(new Told(
                            rows.getObject(1, UUID.class), rows.getString(2), JSON.readTree(rows.getString(3))));
                }
            } catch (JsonProcessingException corrupt) {
                throw new AssertionError("A fact is not JSON", corrupt);
            }
            return told;
        }
    }

    private static List<String> workers(List<Told> told) {
        return told.stream().map(fact -> fact.data().path("worker").asText()).toList();
    }

    private static List<String> eventsOf(String who) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(BY)) {
            select.setString(1, who);
            var events = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(rows.getString(1));
                }
            }
            return events;
        }
    }
}
