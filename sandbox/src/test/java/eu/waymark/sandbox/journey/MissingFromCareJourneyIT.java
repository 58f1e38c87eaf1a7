package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A home misses a child; it is looked for abroad, comes back, and nobody goes on looking (S5, steps 1 and 5). */
class MissingFromCareJourneyIT {

    private static final String EPISODES = "/api/referral/v1/missing-episodes";
    private static final String REPORTS = EPISODES + "/reports";
    private static final String ALERTS = "/api/register/v1/alerts";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static Waymark waymark;

    private final Person hollyInTheHome = waymark.person("holly.gb").stating("CP-MISSING");
    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-MISSING");
    private final Person susanInKent = waymark.person("susan.gb").stating("CP-MISSING");
    private final Person claireInLyon = waymark.person("claire.fr").stating("CP-TRANSFER");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void anEpisodeEndsWhenEverybodyHasHeardAndTheChildWasAsked() {
        // Given
        var entry = Casework.enter(sarahInKent, Child.AURELIJA);
        var record = entry.string("personRecordId");

        // When: the home reports, and Kent says which child it is
        var report = hollyInTheHome.post(REPORTS, report()).expect(201);
        var taken = sarahInKent
                .having(sarahInKent.get(REPORTS + "/" + report.id()).expect(200))
                .post(REPORTS + "/" + report.id() + "/answers", Casework.json().put("personRecordId", record))
                .expect(200);
        var episode = EPISODES + "/" + taken.string("episodeId");

        // Then: what is expected has its hour, and no police file is copied
        var opened = sarahInKent.get(episode).expect(200);
        assertThat(opened.string("policeReference")).isEqualTo("KENT-4711");
        assertThat(opened.body().path("actions")).hasSizeGreaterThan(5);
        assertThat(claireInLyon.get(episode).status()).isEqualTo(404);

        // When: others look out
        var alert = ALERTS + "/"
                + sarahInKent.post(ALERTS, alert(entry.id())).expect(201).id();
        claireInLyon.post(alert + "/acknowledgement", Casework.json()).expect(200);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(outcomeOf("raise-alert", episode))
                .isEqualTo("done"));

        // When: the child is back
        var found = Casework.json()
                .put("foundAt", now().toString())
                .put("how", "came-back")
                .put("place", "12 Hidden Lane");
        sarahInKent
                .having(sarahInKent.get(episode))
                .post(episode + "/finding", found)
                .expect(200);

        // Then: the home learns that it is safe and seen, and nothing else
        var told = hollyInTheHome.get(REPORTS + "/" + report.id()).expect(200);
        assertThat(told.string("status")).isEqualTo("safe-and-seen");
        assertThat(told.text()).doesNotContain("Hidden", "came-back", taken.string("episodeId"), record);

        // When: somebody independent has asked
        var held = Casework.json()
                .put("outcome", "held")
                .put("at", now().toString())
                .put("heldBy", "advocate")
                .put("words", "I wanted to see my sister.");
        sarahInKent
                .having(sarahInKent.get(episode))
                .post(episode + "/return-interview", held)
                .expect(403);
        susanInKent
                .having(susanInKent.get(episode))
                .post(episode + "/return-interview", held)
                .expect(200);

        // Then: the episode waits for the de-alert
        var learned = Casework.json().put("learned", "nothing-new");
        var refused = sarahInKent.having(sarahInKent.get(episode)).post(episode + "/closure", learned);
        assertThat(refused.expect(422).code()).isEqualTo("open-gates");

        // When
        sarahInKent
                .having(sarahInKent.get(alert).expect(200))
                .post(alert + "/de-alert", Casework.json().put("outcome", "safe-and-seen"))
                .expect(200);
        claireInLyon.post(alert + "/confirmation", Casework.json()).expect(200);

        // Then
        takeSteps(episode);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        sarahInKent.get(episode).body().at("/alerts/0/outcome").asText())
                .isEqualTo("safe-and-seen"));
        var closed = sarahInKent.having(sarahInKent.get(episode)).post(episode + "/closure", learned);
        assertThat(closed.expect(200).string("status")).isEqualTo("closed");
    }

    /** What the English guideline and Waymark's own demand before an episode is closed. */
    private void takeSteps(String episode) {
        var steps = "/api/referral/v1/guideline-steps" + episode.substring(episode.lastIndexOf('/'));
        for (var step : List.of("EN-MIS-OFFERED", "OURS-MIS-SEEN")) {
            sarahInKent
                    .post(steps + "/" + step + "/completions", Casework.json())
                    .expect(200);
        }
    }

    private String outcomeOf(String action, String episode) {
        return sarahInKent
                .get(episode)
                .expect(200)
                .body()
                .path("actions")
                .valueStream()
                .filter(one -> one.path("action").asText().equals(action))
                .map(one -> one.path("outcome").asText())
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode report() {
        return Casework.json()
                .put("toAgency", "GB-KENT")
                .put("kind", "missing")
                .put("missingFrom", "residential-home")
                .put("lastSeenAt", now().minus(3, ChronoUnit.HOURS).toString())
                .put("description", "The girl of room 4, placed by you in May. Left after supper without a coat.")
                .put("policeReference", "KENT-4711");
    }

    private static ObjectNode alert(String entry) {
        var alert = Casework.json()
                .put("entryId", entry)
                .put("kind", "missing")
                .put("validUntil", Casework.today().plusDays(20).toString());
        alert.putArray("actions").add("locate").add("call-desk");
        alert.putArray("to").addObject().put("country", "FR").put("agency", "FR-69-CRIP");
        return alert;
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
