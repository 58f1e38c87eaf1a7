package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenario S3, from the first responder's draft to the place to stay; what identity makes of the age, UnknownAgeJourneyIT shows. */
class TraffickingJourneyIT {

    private static final String REFERRALS = "/api/referral/v1/trafficking-referrals";

    private static Waymark waymark;
    private static Instant began;

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-TRAFFICKING");
    private final Person markInKent = waymark.practitioner("mark.gb");
    private final Person tomInLeeds = waymark.person("tom.gb").stating("CP-TRAFFICKING");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
        began = Clock.systemUTC().instant();
    }

    @Test
    void whoseAgeIsNotSureIsReferredAsAChildAndKeepsAPlaceToStay() {
        // Given step 1: a draft, taken up again
        var record = Casework.record(waymark.practitioner("sarah.gb"), Child.BINIAM);
        var started = Casework.json().put("personRecordId", record);
        started.putObject("form").put("account", "Says that he worked in a kitchen.");
        var draft = sarahInKent.post(REFERRALS, started).expect(201);
        var referral = REFERRALS + "/" + draft.id();
        assertThat(sarahInKent
                        .having(draft)
                        .post(referral + "/sendings", Casework.json())
                        .code())
                .isEqualTo("trafficking-incomplete");
        assertThat(sarahInKent
                        .having(draft)
                        .put(referral + "/form", form().put("birthDate", "2009-02-31"))
                        .status())
                .isEqualTo(400);
        var saved = sarahInKent.having(draft).put(referral + "/form", form()).expect(200);
        assertThat(tomInLeeds.get(referral).status()).isEqualTo(404);

        // When
        var sent = sarahInKent
                .having(saved)
                .post(referral + "/sendings", Casework.json())
                .expect(200);

        // Then step 2: identity was told of the doubt, by Sarah
        assertThat(sent.body().path("treatedAsChild").asBoolean()).isTrue();
        assertThat(sent.body().path("warnings").toString()).doesNotContain("raise-age-doubt-by-hand");
        var age = Casework.IDENTITIES + "/"
                + Casework.identity(sarahInKent, record).id() + "/age-status";
        assertThat(sarahInKent.get(age).expect(200).string("state")).isEqualTo("doubt-raised");
        assertThat(tomInLeeds.get(referral).expect(200).string("status")).isEqualTo("sent");

        // When step 3, 4 and 6
        tomInLeeds.post(referral + "/reception", Casework.json()).expect(200);
        assertThat(tomInLeeds
                        .post(referral + "/contacts", Casework.json().put("channel", "mail"))
                        .code())
                .isEqualTo("contact-unsafe");
        assertThat(sent.string("reasonableGroundsDueAt")).isNotBlank();
        decide(referral, "reasonable-grounds").expect(200);
        assertThat(decide(referral, "conclusive-grounds").code()).isEqualTo("too-early");
        assertThat(end(referral).code()).isEqualTo("safe-plan-needed");
        markInKent
                .having(markInKent.get(referral).expect(200))
                .post(referral + "/safe-plans", Casework.json().put("plan", "Moves with his worker."))
                .expect(200);
        end(referral).expect(200);

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Casework.kinds(Casework.notificationsAbout(sarahInKent, draft.id())))
                        .contains("trafficking-referral-taken"));
        new AuditTrail(waymark.compliance("carol.gb"), began)
                .awaitTypes(List.of(
                        "referral.trafficking.drafted",
                        "referral.trafficking.sent",
                        "identity.age.moved",
                        "referral.trafficking.decided",
                        "referral.trafficking.safe-plan-decided",
                        "referral.trafficking.accommodation-ended"));
    }

    private Answer decide(String referral, String stage) {
        var decision = Casework.json()
                .put("stage", stage)
                .put("finding", "positive")
                .put("decidedAt", Clock.systemUTC().instant().toString())
                .put("source", "Letter of the competent authority");
        return sarahInKent.having(sarahInKent.get(referral).expect(200)).post(referral + "/decisions", decision);
    }

    private Answer end(String referral) {
        return sarahInKent
                .having(sarahInKent.get(referral).expect(200))
                .post(referral + "/accommodation-endings", Casework.json().put("cause", "age-decision"));
    }

    private static ObjectNode form() {
        var form = Casework.json()
                .put("age", "not-sure")
                .put("account", "Says that he worked in a kitchen.")
                .put("firstResponder", "Outreach team")
                .put("localAuthority", "GB-LEEDS");
        form.putArray("concerns").add("trafficking");
        form.putArray("acts").add("harbouring");
        form.putArray("exploitation").add("uk-wages-taken");
        form.putArray("indicators").add("fear");
        form.putObject("safeContact").put("safe", false);
        form.putObject("explained")
                .put("how", "With pictures")
                .put("on", "2026-03-02")
                .put("by", "Outreach worker")
                .put("language", "ti");
        form.putObject("accommodation")
                .put("needed", true)
                .put("type", "unknown-age-safe-house")
                .put("plan", "Own room, same worker.");
        return form;
    }
}
