package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.setup.WaymarkService;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenario S4, the register's part: a child is hidden in Leeds, and nobody but two people there can tell. */
class HiddenMoveJourneyIT {

    private static final String EMERGENCY = "/api/register/v1/emergency-access";

    private static Waymark waymark;

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-PLAN");
    private final Person susanWhoSupervises = waymark.person("susan.gb").stating("CP-PLAN");
    private final Person tomInLeeds = waymark.person("tom.gb").stating("CP-PLAN");
    private final Person claireInLyon = waymark.practitioner("claire.fr");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void everybodyIsAnsweredAsBeforeAndOnlyWhoIsNamedSeesTheTruth() {
        // Given
        var entry =
                Casework.enter(waymark.practitioner("sarah.gb"), Child.OLENA).id();
        var path = Casework.ENTRIES + "/" + entry;
        var readBefore = sarahInKent.get(path).expect(200).body();
        var checkedBefore = checked();
        var toldBefore = Casework.notificationsAbout(sarahInKent, entry).size();

        // When
        assertThat(tomInLeeds.post(path + "/sealings", Seal.toLeeds()).status()).isEqualTo(403);
        susanWhoSupervises.post(path + "/sealings", Seal.toLeeds()).expect(204);

        // Then: the old area and Lyon get what they got
        assertThat(sarahInKent.get(path).expect(200).body()).isEqualTo(readBefore);
        assertThat(checked()).isEqualTo(checkedBefore);
        assertThat(Casework.notificationsAbout(sarahInKent, entry)).hasSize(toldBefore);
        susanWhoSupervises.post(path + "/sealings", Seal.toLeeds()).expect(204);

        // And: the truth is Tom's, with Claire's look
        var truth = Seal.truth(tomInLeeds, entry);
        var sealed = Seal.PATH + truth.path("id").asText();
        assertThat(truth.path("responsible").asText()).isEqualTo("GB-LEEDS");
        assertThat(tomInLeeds.get(sealed + "/looks").expect(200).text()).contains("FR-69-CRIP");
        assertThat(sarahInKent.get(Seal.LIST).expect(200).items()).isEmpty();
        assertThat(sarahInKent.get(sealed).status()).isEqualTo(404);
        assertThat(susanWhoSupervises.get(sealed).status()).isEqualTo(404);
    }

    @Test
    void brokenGlassShowsTheFrontAndNeverThePlace() {
        // Given
        var entry = Casework.enter(waymark.practitioner("sarah.gb"), Child.HIDDEN_SISTER)
                .id();
        susanWhoSupervises
                .post(Casework.ENTRIES + "/" + entry + "/sealings", Seal.toLeeds())
                .expect(204);
        var police = waymark.person("pc.gb").stating("CP-EMERGENCY");
        var handle = Casework.onlyHandle(
                police.post(Casework.CHECKS, Child.HIDDEN_SISTER.asked()).expect(200));

        // When
        var opened = police.post(
                        EMERGENCY,
                        Casework.json()
                                .put("reason", "Found unconscious at the station.")
                                .put("handle", handle))
                .expect(201);
        var summary = police.get(EMERGENCY + "/" + opened.id() + "/summary").expect(200);

        // Then
        assertThat(summary.text()).contains("core group").doesNotContain("LEEDS");
        assertThat(tomInLeeds.get(EMERGENCY + "/" + opened.id() + "/summary").status())
                .isEqualTo(404);
    }

    @Test
    void whatTomDoesInEveryServiceNamesHerInNoRowOfTheTrail() throws SQLException {
        // Given
        var entry = Casework.ENTRIES + "/"
                + Casework.enter(waymark.practitioner("sarah.gb"), Child.SOLOMIIA)
                        .id();
        var record = sarahInKent.get(entry).expect(200).string("personRecordId");
        var known = rows(WaymarkService.IDENTITY, "select pair::text from concealed_work")
                .size();
        susanWhoSupervises.post(entry + "/sealings", Seal.toLeeds()).expect(204);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rows(WaymarkService.IDENTITY, "select pair::text from concealed_work")
                                .size()
                        > known);

        // When
        var tom = waymark.person("tom.gb").stating("CP-ASSESS");
        tom.post("/api/identity/v1/searches", Child.SOLOMIIA.known()).expect(201);
        tom.post(Casework.CHECKS, Child.SOLOMIIA.asked()).expect(200);
        assertThat(tom.get(Casework.PERSONS + "/" + record).status()).isEqualTo(404);

        // Then
        for (var service : List.of(WaymarkService.IDENTITY, WaymarkService.REGISTER)) {
            assertThat(agenciesBeside(service, record))
                    .as(service.module())
                    .contains("GB-KENT")
                    .doesNotContain("GB-LEEDS");
        }

        // And: of whom nobody named, it does
        waymark.person("nina.gb")
                .stating("CP-ASSESS")
                .post(Casework.CHECKS, Child.SOLOMIIA.asked())
                .expect(200);
        assertThat(agenciesBeside(WaymarkService.REGISTER, record)).contains("GB-KENT-NHS");
    }

    /** The agencies of all events that name the child by its record or its tag. */
    private static List<String> agenciesBeside(WaymarkService service, String record) throws SQLException {
        return rows(service, """
                select distinct event::json->'agent'->>'agency' from audit_outbox, person_tag
                 where record_id = '%1$s' and (position(tag in event) > 0 or position('%1$s' in event) > 0)
                   and event::json->'agent'->>'agency' is not null""".formatted(record));
    }

    private static List<String> rows(WaymarkService service, String sql) throws SQLException {
        try (var connection = waymark.sandbox().connect(service, DatabaseRole.OWNER);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    /** What Claire is told, but for what is new in each answer. */
    private JsonNode checked() {
        var check =
                (ObjectNode) Casework.check(claireInLyon, Child.OLENA).body().deepCopy();
        check.remove("id");
        check.path("matches").forEach(match -> ((ObjectNode) match).remove("handle"));
        return check;
    }
}
