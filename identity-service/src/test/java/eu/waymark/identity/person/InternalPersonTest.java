package eu.waymark.identity.person;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class InternalPersonTest {

    private static final String PATH = "/internal/v1/persons/";

    @Test
    void withoutATokenNothingIsAnswered() {
        Api.anonymous().get(PATH + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void onlyThoseServicesAskThatHoldSomethingAboutAPerson() {
        Api.as(Tokens.service("audit-service"))
                .get(PATH + UUID.randomUUID())
                .then()
                .statusCode(403);
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("forbidden");
        Api.as(Callers.leeds(), PURPOSE).get(PATH + UUID.randomUUID()).then().statusCode(403);
    }

    @Test
    void anUnknownRecordIsNotFound() {
        Api.as(Tokens.service("register-service"))
                .get(PATH + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aServiceLearnsOwnerAndTag() {
        // Given
        var id = Children.recorded(Callers.leeds(), named("Thaddeus", "Pemberton", "2012-02-29", 1));

        // When
        var reference =
                Api.as(Tokens.service("referral-service")).get(PATH + id).then().statusCode(200);

        // Then
        reference
                .body("keySet()", is(Set.of("recordId", "tag", "agency", "country")))
                .body("recordId", is(id))
                .body("tag", matchesPattern("[A-Za-z0-9_-]{22}"))
                .body("agency", is("GB-LDS"));
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.person.resolved");
    }

    @Test
    void aServiceMayAskOnBehalfOfAPerson() {
        var id = Children.recorded(Callers.leeds(), named("Octavia", "Pemberton", "2012-02-28", 2));
        Api.as(Callers.leeds().client("register-service"), PURPOSE)
                .get(PATH + id)
                .then()
                .statusCode(200);
    }
}
