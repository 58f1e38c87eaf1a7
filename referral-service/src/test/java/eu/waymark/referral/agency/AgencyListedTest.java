package eu.waymark.referral.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Workers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class AgencyListedTest {

    @Inject
    Agencies agencies;

    @Test
    void aListedAgencyIsKnown() {
        // Given
        var code = Directory.newCode();

        // When
        Directory.lists(code, "ASE du Rhône", "FR");

        // Then
        assertThat(countryOf(code)).contains("FR");
    }

    @Test
    void anAgencyThatIsNotListedIsNot() {
        assertThat(countryOf(Directory.newCode())).isEmpty();
    }

    @Test
    void aLaterListingReplacesTheEarlier() {
        // Given
        var code = Directory.newCode();
        Directory.lists(code, "Old", "FR");

        // When
        Directory.lists(code, "New", "BE");

        // Then
        assertThat(countryOf(code)).contains("BE");
    }

    @Test
    void aFactDeliveredTwiceCountsOnce() {
        // Given
        var code = Directory.newCode();
        var fact = UUID.randomUUID();
        Directory.deliver(fact, code, "First", "FR", "child-protection");

        // When
        Directory.deliver(fact, code, "Second", "BE", "child-protection");

        // Then
        assertThat(countryOf(code)).contains("FR");
    }

    @Test
    void onlyServicesDeliverFacts() {
        Api.as(Tokens.practitioner(Workers.LEEDS, "GB"), Workers.PURPOSE)
                .body("[]")
                .post("/internal/v1/events")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    private Optional<String> countryOf(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> agencies.findByIdOptional(code).map(Agency::country));
    }
}
