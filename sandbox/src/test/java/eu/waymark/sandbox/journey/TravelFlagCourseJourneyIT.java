package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S8 as time goes by: a flag nears its end, its child comes of age, and a parent asks who told. */
class TravelFlagCourseJourneyIT {

    private static final String FLAGS = "/api/register/v1/travel-flags";
    private static final String CONTRIBUTIONS = "/api/referral/v1/contributions";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Waymark waymark;

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-PLAN");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void whoIsResponsibleIsWarnedOfAnEndThatIsNearAndOfNoOther() {
        // Given
        var lasting = flagged(Child.HODAN, Casework.today().plusMonths(6));

        // When
        var ending = flagged(Child.PARWANA, Casework.today().plusDays(9));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(told(ending)).containsExactly("travel-flag-ending"));
        assertThat(told(lasting)).isEmpty();

        // When
        var renewal = Casework.json()
                .put("decisionMaker", "Family Court")
                .put("reasons", "The flight is booked anew.")
                .put("endsOn", Casework.today().plusMonths(3).toString());
        var renewed = sarahInKent
                .having(sarahInKent.get(ending).expect(200))
                .post(ending + "/renewals", renewal)
                .expect(200);

        // Then
        assertThat(renewed.string("status")).isEqualTo("active");
        assertThat(told(ending)).hasSize(1);
    }

    @Test
    void aFlagFallsWhenADocumentProvesMajorityAndIsHandedOver() {
        // Given
        var ofTheChild = flagged(Child.ROJIN, Casework.today().plusMonths(6));
        var flag = flagged(Child.GULSHAN, Casework.today().plusMonths(6));
        var handover = Casework.json()
                .put("to", "Leaving care team")
                .put("agreed", "She keeps her passport and the number of the helpline.");
        assertThat(handedOver(flag, handover).status()).isEqualTo(409);

        // When
        documented(ofTheChild, 16);
        documented(flag, 18);

        // Then: of the younger one it stands
        await().atMost(SOON).until(() -> sarahInKent.get(flag).expect(200).string("status"), "fallen"::equals);
        assertThat(told(flag)).containsExactly("travel-flag-fell");
        assertThat(sarahInKent.get(ofTheChild).expect(200).string("status")).isEqualTo("active");

        // When
        var supported = handedOver(flag, handover).expect(200);

        // Then
        assertThat(supported.string("handedOverTo")).isEqualTo("Leaving care team");
        assertThat(handedOver(flag, handover).status()).isEqualTo(409);
        assertThat(handedOver(ofTheChild, handover).status()).isEqualTo(409);
    }

    @Test
    void aParentWhoAsksLearnsWhatIsHeldAndNotWhoToldIt() {
        // Given: the school told of a trip in nine days, and a flag was set
        var flag = flagged(Child.ZARMINA, Casework.today().plusMonths(6));
        var record = recordOf(flag);
        var asked = sarahInKent
                .stating("CP-INFO-REQUEST")
                .post(
                        CONTRIBUTIONS,
                        Casework.json()
                                .put("personRecordId", record)
                                .put("writer", "school")
                                .put("aboutKind", "child")
                                .put("ask", "What did she say about the trip?"))
                .expect(201);
        waymark.send(waymark.request(CONTRIBUTIONS + "/submissions")
                        .header("Content-Type", "application/json")
                        .header("One-Time-Code", asked.string("code"))
                        .POST(BodyPublishers.ofString("{\"text\": \"Her teacher heard of a wedding in nine days.\"}")))
                .expect(201);
        assertThat(sarahInKent
                        .stating("CP-INFO-REQUEST")
                        .get(CONTRIBUTIONS + "/" + asked.id())
                        .expect(200)
                        .text())
                .contains("Her teacher");

        // When
        var access = Casework.PERSONS + "/" + record + "/subject-access";
        var told =
                waymark.person("mark.gb").stating("SUBJECT-ACCESS").get(access).expect(200);

        // Then
        assertThat(told.text()).contains(Child.ZARMINA.familyName(), "Nothing is decided about you by a computer");
        assertThat(told.text().toLowerCase())
                .doesNotContain(List.of("school", "teacher", "wedding", "marriage", "court", "bell"));
        assertThat(waymark.person("mark.gb").stating("CP-PLAN").get(access).status())
                .isEqualTo(403);
    }

    private String flagged(Child child, LocalDate endsOn) {
        var entry = Casework.enter(waymark.practitioner("sarah.gb"), child).id();
        var flag = Casework.json()
                .put("entryId", entry)
                .put("ground", "forced-marriage")
                .put("decisionMaker", "Family Court")
                .put("startsOn", Casework.today().toString())
                .put("endsOn", endsOn.toString());
        return FLAGS + "/" + sarahInKent.post(FLAGS, flag).expect(201).id();
    }

    private List<String> told(String flag) {
        return Casework.kinds(Casework.notificationsAbout(sarahInKent, flag.substring(FLAGS.length() + 1)));
    }

    private Answer handedOver(String flag, ObjectNode handover) {
        return sarahInKent.having(sarahInKent.get(flag).expect(200)).post(flag + "/handover", handover);
    }

    private String recordOf(String flag) {
        var entry = sarahInKent.get(flag).expect(200).string("entryId");
        return sarahInKent.get(Casework.ENTRIES + "/" + entry).expect(200).string("personRecordId");
    }

    /** The issuer of the passport has confirmed the age. */
    private void documented(String flag, int age) {
        var status = Casework.IDENTITIES + "/"
                + Casework.identity(sarahInKent, recordOf(flag)).id() + "/age-status";
        var proof = Casework.json()
                .put("state", "documented")
                .put("verifiedWithIssuer", true)
                .put("documentHandedOverByAnother", false)
                .put("traffickingIndicator", false)
                .put("ageFrom", age)
                .put("ageTo", age);
        sarahInKent
                .having(sarahInKent.get(status).expect(200))
                .post(status, proof)
                .expect(200);
    }
}
