package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenario S8, the register's part: a child must not be taken out of the country. */
class PreventingTravelJourneyIT {

    private static final String FLAGS = "/api/register/v1/travel-flags";
    private static final String CONTRIBUTIONS = "/api/referral/v1/contributions";

    private static Waymark waymark;

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-PLAN");
    private final Person police = waymark.person("pc.gb").stating("CP-MISSING");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void aFlagHasADecisionMakerAndAnEndAndIsRenewedWithReasons() {
        // Given
        var entry =
                Casework.enter(waymark.practitioner("sarah.gb"), Child.NAZANIN).id();
        var wanted = flag(entry);

        // When: no end, nobody who decided
        assertThat(sarahInKent.post(FLAGS, wanted.deepCopy().without("endsOn")).status())
                .isEqualTo(400);
        assertThat(sarahInKent
                        .post(FLAGS, wanted.deepCopy().without("decisionMaker"))
                        .status())
                .isEqualTo(400);
        var set = sarahInKent.post(FLAGS, wanted).expect(201);

        // Then: the police learn that there is one and whom to call, and nothing of the ground
        var handle = Casework.onlyHandle(
                police.post(Casework.CHECKS, Child.NAZANIN.asked()).expect(200));
        var told = police.post(FLAGS + "/checks", Casework.json().put("handle", handle))
                .expect(200);
        assertThat(told.body().path("flagged").asBoolean()).isTrue();
        assertThat(told.text()).doesNotContain("marriage").doesNotContain("4711");
        var another = waymark.person("pc.gb").stating("CP-INVESTIGATION-SUPPORT");
        assertThat(another.post(FLAGS + "/checks", Casework.json().put("handle", handle))
                        .status())
                .isEqualTo(403);
        assertThat(waymark.person("tom.gb")
                        .stating("CP-PLAN")
                        .get(FLAGS + "/" + set.id())
                        .status())
                .isEqualTo(404);

        // When: renewed
        var renewal = Casework.json()
                .put("decisionMaker", "Family Court")
                .put("endsOn", Casework.today().plusMonths(12).toString());
        var seen = sarahInKent.get(FLAGS + "/" + set.id()).expect(200);
        var renewals = FLAGS + "/" + set.id() + "/renewals";
        assertThat(sarahInKent.having(seen).post(renewals, renewal).status()).isEqualTo(422);
        var renewed = sarahInKent
                .having(seen)
                .post(renewals, renewal.put("reasons", "The wedding is planned anew."))
                .expect(200);

        // Then
        assertThat(renewed.string("endsOn")).isEqualTo(renewal.path("endsOn").asText());
        assertThat(sarahInKent.having(seen).post(renewals, renewal).status()).isEqualTo(412);
    }

    @Test
    void theEmbassyTellsOnceWhatItKnowsAndReadsNothing() {
        // Given
        var entry =
                Casework.enter(waymark.practitioner("sarah.gb"), Child.FAWZIA).id();
        var flag = sarahInKent.post(FLAGS, flag(entry)).expect(201);
        var record = sarahInKent.get(Casework.ENTRIES + "/" + entry).expect(200).string("personRecordId");
        var embassy = waymark.person("emma.ua").stating("CP-MISSING");
        assertThat(embassy.get(FLAGS + "/" + flag.id()).status()).isIn(403, 404);
        var asked = waymark.person("sarah.gb")
                .stating("CP-INFO-REQUEST")
                .post(
                        CONTRIBUTIONS,
                        Casework.json()
                                .put("personRecordId", record)
                                .put("writer", "embassy")
                                .put("aboutKind", "child")
                                .put("ask", "Was a passport asked for?"))
                .expect(201);

        // When
        var written = submit(asked.string("code"));

        // Then
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.text()).doesNotContain(record, flag.id(), "GB-KENT");
        assertThat(submit(asked.string("code")).status()).isEqualTo(410);
    }

    @Test
    void whoIsNotResponsibleNeitherRenewsNorEndsIt() {
        // Given
        var entry =
                Casework.enter(waymark.practitioner("sarah.gb"), Child.SORAYA).id();
        var flag =
                FLAGS + "/" + sarahInKent.post(FLAGS, flag(entry)).expect(201).id();
        var tomInLeeds = waymark.person("tom.gb").stating("CP-PLAN").seeing(0);
        var renewal = Casework.json()
                .put("decisionMaker", "Family Court")
                .put("reasons", "The wedding is planned anew.")
                .put("endsOn", Casework.today().plusMonths(12).toString());

        // Then
        assertThat(tomInLeeds.post(flag + "/renewals", renewal).status()).isEqualTo(404);
        assertThat(tomInLeeds.post(FLAGS, flag(entry)).status()).isEqualTo(404);
        assertThat(sarahInKent.get(flag).expect(200).string("status")).isEqualTo("active");
    }

    private static Answer submit(String code) {
        return waymark.send(waymark.request(CONTRIBUTIONS + "/submissions")
                .header("Content-Type", "application/json")
                .header("One-Time-Code", code)
                .POST(BodyPublishers.ofString("{\"text\": \"A passport was asked for in May.\"}")));
    }

    private static ObjectNode flag(String entry) {
        return Casework.json()
                .put("entryId", entry)
                .put("ground", "forced-marriage")
                .put("decisionMaker", "Family Court")
                .put("pointer", "GB-2026-4711")
                .put("startsOn", Casework.today().toString())
                .put("endsOn", Casework.today().plusMonths(6).toString());
    }
}
