package eu.waymark.referral.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However often the same is asked, it is one request. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class RepeatedRequestTest {

    @BeforeEach
    void directory() {
        Parties.areKnown();
    }

    @Test
    void deliveredTwiceItIsOneRequest() {
        // Given
        var person = Identity.personOf(Parties.ASKER);
        var first = SentRequest.send(SentRequest.body(person, Parties.DESK));

        // When
        var second = SentRequest.send(SentRequest.body(person, Parties.DESK));

        // Then
        second.then().statusCode(200).body("id", equalTo(first.path("id")));
        assertThat(AuditTrail.of(second.header("Request-Id"))
                        .at("/notes/duplicate")
                        .asText())
                .isEqualTo("true");
        assertThat(AuditTrail.facts("notification.requested", UUID.fromString(first.path("id"))))
                .hasSize(1);
        var other = SentRequest.send(SentRequest.body(person, Parties.DESK).replace("Which school?", "Which doctor?"));
        other.then().statusCode(201).body("id", not(equalTo(first.path("id"))));
    }

    @Test
    void deliveredSeveralTimesAtOnceItIsOneRequest() {
        // Given
        var body = SentRequest.body(Identity.personOf(Parties.ASKER), Parties.DESK);

        // When
        var racing = Stream.generate(() -> CompletableFuture.supplyAsync(() -> SentRequest.send(body)))
                .limit(4)
                .toList();
        var answers = racing.stream().map(CompletableFuture::join).toList();

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 200, 200, 200);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
    }

    @Test
    void aRevokedRequestCanBeAskedAgain() {
        // Given
        var person = Identity.personOf(Parties.ASKER);
        var first = SentRequest.send(SentRequest.body(person, Parties.DESK));
        Parties.asker()
                .header("If-Match", "\"0\"")
                .post(SentRequest.PATH + "/" + first.path("id") + "/revocations")
                .then()
                .statusCode(200);

        // When, Then
        SentRequest.send(SentRequest.body(person, Parties.DESK)).then().statusCode(201);
    }
}
