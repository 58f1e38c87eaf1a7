package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A referral that the recipient does not take. */
class RejectedReferralJourneyIT {

    private static Waymark waymark;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void theSenderLearnsThatAndWhyAndNobodyDecidesAgain() {
        // Given
        var claireInLyon = waymark.practitioner("claire.fr");
        var sarahInKent = waymark.practitioner("sarah.gb");
        var record = Casework.record(claireInLyon, Child.STEFAN);
        var path = Casework.REFERRALS + "/"
                + Casework.refer(claireInLyon, record, "GB-KENT").id();
        var seen = sarahInKent.get(path).expect(200);
        var rejection = Casework.json().put("decision", "reject").put("reason", "He lives in Leeds now.");

        // When
        var rejected = sarahInKent.having(seen).post(path + "/decisions", rejection);

        // Then
        assertThat(rejected.status()).isEqualTo(200);
        var told = await().atMost(Duration.ofSeconds(10))
                .until(() -> Casework.notificationsAbout(claireInLyon, rejected.id()), found -> !found.isEmpty());
        assertThat(Casework.kinds(told)).containsExactly("referral-rejected");
        var read = claireInLyon.get(path).expect(200);
        assertThat(read.string("status")).isEqualTo("rejected");
        assertThat(read.string("decisionReason")).isEqualTo("He lives in Leeds now.");
        assertThat(read.string("personRecordId")).isEqualTo(record);
        var again = sarahInKent
                .having(rejected)
                .post(path + "/decisions", Casework.json().put("decision", "accept"));
        assertThat(again.status()).isEqualTo(409);
    }
}
