package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class RepeatedSendingTest {

    @BeforeEach
    void theDirectoryIsKnown() {
        Directory.isKnown();
    }

    @Test
    void theSameRequestUnderTheSameKeyIsDoneOnce() throws Exception {
        // Given
        var key = UUID.randomUUID().toString();
        var person = Identity.personOf(Workers.LEEDS);
        var first = send(key, person, Sent.REASON);

        // When
        var second = send(key, person, Sent.REASON);

        // Then
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .contains(Sent.PATH);
        assertThat(second.asString()).isEmpty();
        assertThat(Rows.ofReferralsAbout(person)).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
        // Given
        var key = UUID.randomUUID().toString();
        var person = Identity.personOf(Workers.LEEDS);
        send(key, person, Sent.REASON).then().statusCode(201);

        // When
        var other = send(key, person, "Something else.");

        // Then
        other.then().statusCode(422).body("code", equalTo("idempotency-mismatch"));
        assertThat(Rows.ofReferralsAbout(person)).isEqualTo(1);
    }

    @Test
    void theSameRequestUnderAnotherKeyIsDoneAgain() throws Exception {
        // Given
        var person = Identity.personOf(Workers.LEEDS);
        send(UUID.randomUUID().toString(), person, Sent.REASON).then().statusCode(201);

        // When
        send(UUID.randomUUID().toString(), person, Sent.REASON).then().statusCode(201);

        // Then
        assertThat(Rows.ofReferralsAbout(person)).isEqualTo(2);
    }

    @Test
    void aRefusedRequestMayBeRepairedUnderItsKey() throws Exception {
        // Given
        var key = UUID.randomUUID().toString();
        var person = Identity.personOf(Workers.LEEDS);
        Identity.whileAway(() -> send(key, person, Sent.REASON).then().statusCode(503));

        // When
        var again = send(key, person, Sent.REASON);

        // Then
        again.then().statusCode(201);
        assertThat(Rows.ofReferralsAbout(person)).isEqualTo(1);
    }

    private static Response send(String key, UUID person, String reason) {
        return Workers.leeds()
                .header("Idempotency-Key", key)
                .body(Sent.body(person, Workers.LYON, reason))
                .post(Sent.PATH);
    }
}
