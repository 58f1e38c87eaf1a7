package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bad paths of S4, the register's part: those who ask for a child that others want to find. */
class UnderThreatJourneyIT {

    private static final String BASIS = "hague-1996-34";
    private static final String CONTACT = "contact-central-authority";

    /** The most that a batch of checks may hold. */
    private static final int MOST_AT_ONCE = 25;

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Waymark waymark;

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-PLAN");
    private final Person susanWhoSupervises = waymark.person("susan.gb").stating("CP-PLAN");
    private final Person tomInLeeds = waymark.person("tom.gb").stating("CP-PLAN");
    private final Person joostInRotterdam = waymark.practitioner("joost.nl");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void whereToTellWouldEndangerTheAnswerSaysOnlyWhomToContact() {
        // Given: telling endangers one child (Hague Convention 1996, article 37), and not the other
        var endangered = Casework.enter(waymark.practitioner("sarah.gb"), Child.SHIRIN);
        Casework.enter(waymark.practitioner("sarah.gb"), Child.DILNOZA);
        sarahInKent
                .having(endangered)
                .put(Casework.ENTRIES + "/" + endangered.id() + "/safeguards", transmissionEndangers())
                .expect(200);

        // When
        var kept = asked(Child.SHIRIN);
        var open = asked(Child.DILNOZA);

        // Then
        assertThat(open.string("status")).isEqualTo("requested");
        assertThat(kept.string("status")).isEqualTo("refused");
        assertThat(kept.string("reason")).isEqualTo(CONTACT);
        assertThat(kept.body().has("content")).isFalse();
        assertThat(kept.text()).doesNotContainIgnoringCase("kent").doesNotContainIgnoringCase("danger");

        // And: Kent cannot share by mistake, while of the other child it can
        assertThat(accepted(kept).code()).isEqualTo("illegal-transition");
        assertThat(accepted(open).status()).isEqualTo(200);
        assertThat(read(open).body().path("content").path("risk").asText()).isEqualTo("high");
        assertThat(read(kept).string("reason")).isEqualTo(CONTACT);

        // And: the central authority hears of it
        joostInRotterdam.post(kept.string("escalation"), Casework.json()).expect(200);
        assertThat(Casework.kinds(Casework.notificationsAbout(waymark.practitioner("helen.gb"), kept.id())))
                .containsExactly("disclosure-escalated");
    }

    @Test
    void whomTheTraffickersSentFindsNobodyAndRaisesAnAlarm() {
        // Given
        var entry =
                Casework.enter(waymark.practitioner("sarah.gb"), Child.BLESSING).id();
        var exclusion = Casework.json()
                .put("kind", "person")
                .put("party", waymark.subjectOf("joost.nl"))
                .put("reason", "suspected");
        susanWhoSupervises
                .post(Casework.ENTRIES + "/" + entry + "/exclusions", exclusion)
                .expect(201);

        // When
        var excluded = Casework.check(joostInRotterdam, Child.BLESSING);

        // Then: the answer is that to a child whom nobody knows
        assertThat(excluded.string("result")).isEqualTo("no-hit");
        assertThat(withoutId(excluded)).isEqualTo(withoutId(Casework.check(joostInRotterdam, Child.NOBODY)));
        var alarm = await().atMost(SOON)
                .until(() -> Casework.notificationsAbout(sarahInKent, entry), told -> !told.isEmpty());
        assertThat(Casework.kinds(alarm)).containsExactly("excluded-asked");
        assertThat(alarm.getFirst().path("fromAgency").asText()).isEqualTo("NL-ROT-JB");

        // And: whoever is not kept away finds the child, without an alarm
        assertThat(Casework.check(waymark.practitioner("jana.de"), Child.BLESSING)
                        .string("result"))
                .isEqualTo("hit");
        assertThat(Casework.kinds(Casework.notificationsAbout(sarahInKent, entry)))
                .containsExactly("look-confirmed", "excluded-asked");
    }

    @Test
    void whoKnowsNoLongerFindsNothingUnderTheOldLinkAndWhoseAccountIsClosedGetsNoToken() {
        // Given
        var link = Seal.PATH
                + Seal.truth(tomInLeeds, hidden(Child.LINH)).path("id").asText();
        var seen = tomInLeeds.get(link).expect(200);

        // When: two others are to know
        var others = Casework.json();
        for (var name : List.of("Olive Hart", "Ned Brook")) {
            others.withArray("workers")
                    .addObject()
                    .put("subject", UUID.randomUUID().toString())
                    .put("name", name);
        }
        tomInLeeds.having(seen).put(link + "/workers", others).expect(200);
        var late = tomInLeeds.get(link);

        // Then: as if there had never been anything, and on record
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.withoutRequestId())
                .isEqualTo(tomInLeeds.get(Seal.PATH + UUID.randomUUID()).withoutRequestId());
        assertThat(new LogBook(waymark.sandbox()).awaitRequest(late.requestId(), 1))
                .allSatisfy(event -> assertThat(event.path("outcome").asText()).isEqualTo("4"));

        // When: he leaves, and his council closes his account
        var issuer = new IssuerDesk(waymark);
        assertThat(issuer.login("tom.gb").path("expires_in").asInt())
                .as("his last token is good for minutes")
                .isBetween(1, 300);
        issuer.open("tom.gb", false);
        try {
            // Then
            assertThat(issuer.login("tom.gb").path("error_description").asText())
                    .isEqualTo("Account disabled");
            assertThat(waymark.anonymous(link).status()).isEqualTo(401);
        } finally {
            issuer.open("tom.gb", true);
        }
        assertThat(issuer.login("tom.gb").has("access_token")).isTrue();
    }

    @Test
    void noListBatchOrExportTellsThePlace() {
        // Given
        var entry = hidden(Child.AMARACHI);
        var record = sarahInKent.get(Casework.ENTRIES + "/" + entry).expect(200).string("personRecordId");

        // When: the old area reads all that it can read at once, and somebody abroad asks for many
        var rows = new ArrayList<JsonNode>();
        for (var list : List.of(
                Casework.ENTRIES,
                Casework.ENTRIES + "/" + entry + "/lookups",
                Casework.NOTIFICATIONS,
                Casework.PERSONS,
                Casework.DISCLOSURES,
                "/api/register/v1/transfers",
                "/api/register/v1/alerts",
                "/api/register/v1/movements")) {
            rows.addAll(sarahInKent.get(list + "?limit=200").expect(200).items());
        }
        var export = waymark.person("mark.gb")
                .stating("SUBJECT-ACCESS")
                .get(Casework.PERSONS + "/" + record + "/subject-access")
                .expect(200);
        var batch = joostInRotterdam.post(Casework.CHECKS + "/batches", batch(2));

        // Then
        assertThat(rows)
                .filteredOn(
                        row -> row.toString().contains(entry) || row.toString().contains(record))
                .isNotEmpty()
                .noneMatch(row -> row.toString().contains("LEEDS"));
        assertThat(export.text()).contains(Child.AMARACHI.familyName()).doesNotContainIgnoringCase("leeds");
        assertThat(batch.expect(200).text()).contains("GB-NATIONAL").doesNotContainIgnoringCase("leeds");
        assertThat(joostInRotterdam
                        .post(Casework.CHECKS + "/batches", batch(MOST_AT_ONCE + 1))
                        .status())
                .isEqualTo(422);

        // And: who is named reads it in a list
        assertThat(Seal.truth(tomInLeeds, entry).path("responsible").asText()).isEqualTo("GB-LEEDS");
    }

    /** A child of Kent's who is hidden in Leeds; the entry is returned. */
    private String hidden(Child child) {
        var entry = Casework.enter(waymark.practitioner("sarah.gb"), child).id();
        susanWhoSupervises
                .post(Casework.ENTRIES + "/" + entry + "/sealings", Seal.toLeeds())
                .expect(204);
        return entry;
    }

    private Answer asked(Child child) {
        return Casework.askForContent(
                joostInRotterdam.on(BASIS), Casework.onlyHandle(Casework.check(joostInRotterdam, child)));
    }

    private Answer read(Answer disclosure) {
        return joostInRotterdam
                .get(Casework.DISCLOSURES + "/" + disclosure.id())
                .expect(200);
    }

    private Answer accepted(Answer disclosure) {
        var path = Casework.DISCLOSURES + "/" + disclosure.id();
        return sarahInKent
                .having(sarahInKent.get(path).expect(200))
                .post(
                        path + "/decisions",
                        Casework.json().put("decision", "accept").put("necessity", "They assess the same child."));
    }

    private static ObjectNode transmissionEndangers() {
        var safeguards =
                Casework.json().put("underThreat", false).put("asylum", false).put("transmissionDanger", true);
        safeguards.putArray("claimsProtectionFrom");
        return safeguards;
    }

    private static ObjectNode batch(int size) {
        var batch = Casework.json();
        var children = batch.putArray("children").add(Child.AMARACHI.asked());
        while (children.size() < size) {
            children.add(Child.NOBODY.asked());
        }
        return batch;
    }

    private static JsonNode withoutId(Answer check) {
        return ((ObjectNode) check.body().deepCopy()).without("id");
    }
}
