package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A child moves to Lyon and is missed there: the duty to inform, an alert, and its end that everybody confirms (R8, R14, S5). */
class ChildOnTheMoveJourneyIT {

    private static final String MOVEMENTS = "/api/register/v1/movements";
    private static final String ALERTS = "/api/register/v1/alerts";

    private static Waymark waymark;
    private static String entry = "";

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-TRANSFER");
    private final Person claireInLyon = waymark.person("claire.fr").stating("CP-TRANSFER");
    private final Person joostInRotterdam = waymark.person("joost.nl").stating("CP-TRANSFER");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
        entry = Casework.enter(waymark.practitioner("sarah.gb"), Child.SAMIRA).id();
    }

    @Test
    void lyonIsToldOfTheMoveAndAnswersWhileKentStaysResponsible() {
        // When
        var report = about(entry, "has-moved");
        report.putArray("to").addObject().put("country", "FR").put("agency", "FR-69-CRIP");
        var moved = sarahInKent.post(MOVEMENTS, report).expect(201);

        // Then
        assertThat(Casework.kinds(Casework.notificationsAbout(claireInLyon, moved.id())))
                .containsExactly("movement-notice");
        var notice = claireInLyon.get(MOVEMENTS + "/" + moved.id()).expect(200);
        assertThat(notice.text())
                .contains("child protection plan")
                .doesNotContain("KENT")
                .doesNotContain(entry);
        assertThat(joostInRotterdam.get(MOVEMENTS + "/" + moved.id()).status()).isEqualTo(404);

        // When
        claireInLyon
                .post(MOVEMENTS + "/" + moved.id() + "/acknowledgement", Casework.json())
                .expect(200);

        // Then
        var held = sarahInKent.get(Casework.ENTRIES + "/" + entry).expect(200);
        assertThat(held.string("status")).isEqualTo("active");
        assertThat(held.string("holder")).isEqualTo("GB-KENT");
    }

    @Test
    void anAlertEndsOnlyWhenEveryReceiverHasConfirmedIt() {
        // Given
        var alarm = about(entry, "missing")
                .put("validUntil", Casework.today().plusDays(20).toString());
        alarm.putArray("actions").add("locate").add("call-desk");
        var to = alarm.putArray("to");
        to.addObject().put("country", "FR").put("agency", "FR-69-CRIP");
        to.addObject().put("country", "NL").put("agency", "NL-ROT-JB");
        var raised = sarahInKent.post(ALERTS, alarm).expect(201);
        var alert = ALERTS + "/" + raised.id();
        var seen = claireInLyon.get(alert).expect(200);
        assertThat(seen.text()).contains("locate").doesNotContain("KENT").doesNotContain(entry);

        // When: it is over
        claireInLyon.post(alert + "/acknowledgement", Casework.json()).expect(200);
        sarahInKent
                .having(sarahInKent.get(alert).expect(200))
                .post(alert + "/de-alert", Casework.json().put("outcome", "safe-and-seen"))
                .expect(200);
        claireInLyon.post(alert + "/confirmation", Casework.json()).expect(200);

        // Then: Rotterdam has not confirmed
        assertThat(sarahInKent.get(alert).expect(200).body().path("open").asInt())
                .isEqualTo(1);
        assertThat(Casework.kinds(Casework.notificationsAbout(joostInRotterdam, raised.id())))
                .contains("alert-ended");

        // When
        joostInRotterdam.post(alert + "/confirmation", Casework.json()).expect(200);

        // Then
        assertThat(sarahInKent.get(alert).expect(200).body().path("open").asInt())
                .isZero();
    }

    private static ObjectNode about(String entry, String kind) {
        return Casework.json().put("entryId", entry).put("kind", kind);
    }
}
