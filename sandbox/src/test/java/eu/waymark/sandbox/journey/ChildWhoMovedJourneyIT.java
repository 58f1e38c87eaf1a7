package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario S1 (domain, part 5), step by step: each test goes on where the one before it stopped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChildWhoMovedJourneyIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final List<String> STEPS_OF_KENT = List.of(
            "identity.search",
            "identity.person.recorded",
            "register.entry.opened",
            "register.notification.read",
            "register.look.read",
            "register.disclosure.decided",
            "referral.referral.accepted");

    private static final List<String> STEPS_OF_LYON = List.of(
            "identity.search",
            "register.check.asked",
            "register.check.answered",
            "register.disclosure.requested",
            "register.disclosure.read",
            "identity.person.recorded",
            "referral.referral.sent");

    private final Instant began = Instant.now(Clock.systemUTC());
    private Waymark waymark;
    private Person sarahInKent;
    private Person claireInLyon;
    private String entry;
    private Answer check;
    private String disclosure;
    private String referral;

    @BeforeAll
    void meetThePeople() {
        waymark = Waymark.running();
        sarahInKent = waymark.practitioner("sarah.gb");
        claireInLyon = waymark.practitioner("claire.fr");
    }

    @Test
    @Order(1)
    void kentEntersAna() {
        // When
        var entered = Casework.enter(sarahInKent, Child.ANA);
        entry = entered.id();

        // Then
        assertThat(entered.string("holder")).isEqualTo("GB-KENT");
        assertThat(entered.string("status")).isEqualTo("active");
        assertThat(entered.string("reviewDueOn")).isNotEmpty();
        assertThat(entered.header("Location")).endsWith(Casework.ENTRIES + "/" + entry);
    }

    @Test
    @Order(2)
    void lyonLearnsThatThereIsAMeasureInBritainAndNothingMore() {
        // When
        check = Casework.check(claireInLyon, Child.ANA);

        // Then
        assertThat(check.string("result")).isEqualTo("hit");
        var match = check.body().path("matches").path(0);
        assertThat(check.body().path("matches")).hasSize(1);
        assertThat(match.path("country").asText()).isEqualTo("GB");
        assertThat(match.path("desk").path("code").asText()).isEqualTo("GB-NATIONAL");
        assertThat(match.path("desk").path("phone").asText()).startsWith("+44");
        assertThat(match.path("agreement").properties())
                .allSatisfy(field -> assertThat(field.getValue().asText()).isEqualTo("agree"));
        assertThat(match.path("agreement").fieldNames()).toIterable().containsOnly("name", "birthDate", "sex");
        assertThat(check.text())
                .doesNotContainIgnoringCase("kent")
                .doesNotContain("neglect", "core group", Child.ANA.familyName(), entry);
        assertThat(check.text()).contains("\"coverage\"", "\"advice\"");
    }

    @Test
    @Order(3)
    void kentIsToldAtOnceWhoLookedAndWhyButNotWhatWasSearchedFor() {
        // When
        var told = Casework.notificationsAbout(sarahInKent, entry);

        // Then
        assertThat(Casework.kinds(told)).containsExactly("look-confirmed");
        var look = told.getFirst();
        assertThat(look.path("fromAgency").asText()).isEqualTo("FR-69-CRIP");
        assertThat(look.path("fromName").asText()).isEqualTo(waymark.nameOf("claire.fr"));
        assertThat(look.path("purpose").asText()).isEqualTo("CP-ASSESS");
        assertThat(look.fieldNames())
                .toIterable()
                .containsOnly("id", "kind", "reference", "fromAgency", "fromName", "purpose", "createdAt");
        var looks = sarahInKent.get(Casework.ENTRIES + "/" + entry + "/lookups").expect(200);
        assertThat(looks.items()).hasSize(1);
        assertThat(looks.text()).contains(waymark.nameOf("claire.fr")).doesNotContain("Anna", "Kovalchuk", "2014");
    }

    @Test
    @Order(4)
    void leedsInTheSameCountryIsToldToCallKentItself() {
        // When
        var inBritain = Casework.check(waymark.practitioner("tom.gb"), Child.ANA);

        // Then
        assertThat(inBritain.string("result")).isEqualTo("hit");
        assertThat(inBritain
                        .body()
                        .path("matches")
                        .path(0)
                        .path("desk")
                        .path("code")
                        .asText())
                .isEqualTo("GB-KENT-DUTY");
    }

    @Test
    @Order(5)
    void lyonAsksForContentOnAnAgreedBasisAndSeesNoneYet() {
        // When
        var asked = Casework.askForContent(claireInLyon.on("hague-1996-34"), Casework.onlyHandle(check));
        disclosure = asked.id();

        // Then
        assertThat(asked.string("status")).isEqualTo("requested");
        assertThat(asked.string("agreement")).isEqualTo("GB-FR-hague-1996-34");
        assertThat(asked.body().has("content")).isFalse();
        assertThat(asked.text()).doesNotContainIgnoringCase("kent");
        assertThat(Casework.kinds(Casework.notificationsAbout(sarahInKent, disclosure)))
                .containsExactly("disclosure-requested");
    }

    @Test
    @Order(6)
    void kentAcceptsAndLyonSeesSummaryMeasureRiskAndContactOnly() {
        // Given
        var path = Casework.DISCLOSURES + "/" + disclosure;
        var seen = sarahInKent.get(path).expect(200);
        assertThat(seen.string("entryId")).isEqualTo(entry);

        // When
        sarahInKent
                .having(seen)
                .post(
                        path + "/decisions",
                        Casework.json().put("decision", "accept").put("necessity", "Lyon assesses the same child."))
                .expect(200);

        // Then
        assertThat(Casework.kinds(Casework.notificationsAbout(claireInLyon, disclosure)))
                .containsExactly("disclosure-accepted");
        var told = claireInLyon.get(path).expect(200);
        assertSummaryOnly(told.body().path("content"));
        assertThat(told.text()).doesNotContainIgnoringCase("kent").doesNotContain(entry);
    }

    private static void assertSummaryOnly(JsonNode content) {
        assertThat(content.path("measure").path("name").asText()).isEqualTo("child protection plan");
        assertThat(content.path("measure").path("commonClass").asText()).isEqualTo("registered-plan");
        assertThat(content.path("risk").asText()).isEqualTo("high");
        assertThat(content.path("harms").path(0).asText()).isEqualTo("neglect");
        assertThat(content.path("summary").asText()).isEqualTo("The core group meets each month.");
        assertThat(content.path("contact").path("code").asText()).isEqualTo("GB-NATIONAL");
        assertThat(content.fieldNames())
                .toIterable()
                .containsOnly("measure", "harms", "risk", "status", "summary", "contact");
    }

    @Test
    @Order(7)
    void lyonRefersWorkOnItsOwnRecordOfAnaAndKentFindsItInItsInbox() {
        // When
        referral = Casework.refer(claireInLyon, Casework.record(claireInLyon, Child.ANA), "GB-KENT")
                .id();

        // Then
        var told = await().atMost(SOON)
                .until(() -> Casework.notificationsAbout(sarahInKent, referral), found -> !found.isEmpty());
        assertThat(Casework.kinds(told)).containsExactly("referral-received");
        assertThat(told.getFirst().path("fromAgency").asText()).isEqualTo("FR-69-CRIP");
    }

    @Test
    @Order(8)
    void kentAcceptsTheReferralAndLyonIsTold() {
        // Given
        var path = Casework.REFERRALS + "/" + referral;
        var seen = sarahInKent.get(path).expect(200);
        assertThat(seen.body().has("personRecordId")).isFalse();

        // When
        var accepted = sarahInKent
                .having(seen)
                .post(path + "/decisions", Casework.json().put("decision", "accept"))
                .expect(200);

        // Then
        assertThat(accepted.string("status")).isEqualTo("accepted");
        var told = await().atMost(SOON)
                .until(() -> Casework.notificationsAbout(claireInLyon, referral), found -> !found.isEmpty());
        assertThat(Casework.kinds(told)).containsExactly("referral-accepted");
    }

    @Test
    @Order(9)
    void complianceOfEachAgencyCanProveEachStepOfItsOwnPeopleAndSeesNobodyElses() throws GeneralSecurityException {
        // Given
        var key = VerifierKey.parse(
                waymark.anonymous("/api/audit/v1/log/key").expect(200).text());
        var kent = new AuditTrail(waymark.compliance("carol.gb"), began);
        var lyon = new AuditTrail(waymark.compliance("paul.fr"), began);

        // When
        var ofKent = kent.awaitTypes(STEPS_OF_KENT);
        var ofLyon = lyon.awaitTypes(STEPS_OF_LYON);

        // Then
        assertThat(ofKent).extracting(event -> event.path("agency").asText()).containsOnly("GB-KENT");
        assertThat(ofLyon).extracting(event -> event.path("agency").asText()).containsOnly("FR-69-CRIP");
        assertThat(first(ofKent, "register.entry.opened").path("subjects"))
                .as("the child has one tag, whoever looks")
                .isEqualTo(first(ofLyon, "register.check.answered").path("subjects"))
                .isNotEmpty();
        assertProven(kent, ofKent, key);
        assertProven(lyon, ofLyon, key);
        var ofAnother = first(ofLyon, "register.check.asked").path("id").asText();
        assertThat(kent.read(ofAnother).status()).isEqualTo(404);
        assertThat(lyon.read(ofAnother).status()).isEqualTo(200);
    }

    private static JsonNode first(List<JsonNode> events, String type) {
        return events.stream()
                .filter(event -> event.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void assertProven(AuditTrail trail, List<JsonNode> events, VerifierKey key) {
        var types = AuditTrail.types(events.stream()).distinct().toList();
        for (var type : types) {
            var evidence = trail.prove(first(events, type));
            assertThat(evidence.event().path("type").asText()).isEqualTo(type);
            assertThat(evidence.holdsUnder(key)).as("proof of %s", type).isTrue();
            assertThat(evidence.withLeafBitFlipped().holdsUnder(key)).isFalse();
            assertThat(evidence.withPathBitFlipped().holdsUnder(key)).isFalse();
            assertThat(evidence.withOtherPlace().holdsUnder(key)).isFalse();
            assertThat(evidence.withLargerCheckpoint().holdsUnder(key)).isFalse();
        }
    }
}
