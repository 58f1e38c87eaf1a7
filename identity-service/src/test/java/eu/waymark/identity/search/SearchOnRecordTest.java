package eu.waymark.identity.search;

import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who searched for whom can be told later, to nobody but the audit service. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class SearchOnRecordTest {

    @Inject
    PersonTags tags;

    @Test
    void aSearchIsOnRecordWithItsTermsAndWhatItReturnedBothSealed() {
        // Given
        var child = named("Hildegard", "Zonnebloem", "2013-04-12", 2);
        var id = Children.recorded(Callers.leeds(), child);

        // When
        Children.search(Callers.lyon(), child).then().statusCode(201);

        // Then
        var event = Events.last();
        assertThat(event.toString()).doesNotContain("Zonnebloem").doesNotContain(id);
        var details = Events.details(event);
        assertThat(details.at("/terms/names/0/family").asText()).isEqualTo("Zonnebloem");
        assertThat(details.at("/terms/births/0").asText()).isEqualTo("2013-04-12");
        assertThat(details.at("/terms/sex").asText()).isEqualTo("2");
        assertThat(details.at("/recordIds/0").asText()).isEqualTo(id);
    }

    @Test
    void aSearchForACheckIsToo() {
        var child = named("Kunigunde", "Rozemarijn", "2013-04-12", 2);
        var id = Children.recorded(Callers.leeds(), child);
        Api.as(Callers.lyon().client("register-service"), Children.PURPOSE)
                .body(child)
                .post("/internal/v1/searches")
                .then()
                .statusCode(200);
        assertThat(Events.last().toString()).doesNotContain("Rozemarijn");
        assertThat(Events.details(Events.last()).toString()).contains("Rozemarijn", id);
    }

    @Test
    void aSearchThatIsRefusedKeepsItsTermsOnRecord() {
        Children.search(Callers.lyon(), "{\"names\":[{\"full\":\"Kov*\"}]}")
                .then()
                .statusCode(422);
        assertThat(Events.details(Events.last()).at("/terms/names/0/full").asText())
                .isEqualTo("Kov*");
    }

    @Test
    void aSealedChildIsFoundAsBeforeAndTheEventDoesNotSayWhich() {
        // Given
        var child = named("Walburga", "Korenbloem", "2013-04-12", 2);
        var id = Children.recorded(Callers.leeds(), child);
        Children.search(Callers.lyon(), child).then().statusCode(201);
        var before = Events.last();

        // When
        tags.seal(UUID.fromString(id), true);
        Children.search(Callers.lyon(), child).then().statusCode(201);

        // Then
        var after = Events.last();
        var tag = before.at("/subjects/0").asText();
        assertThat(before.toString()).contains("FR-69-CRIP");
        assertThat(after.at("/subjects/0").asText()).hasSameSizeAs(tag).isNotEqualTo(tag);
        assertThat(after.toString()).doesNotContain("FR-69-CRIP").doesNotContain(tag);
        assertThat(Events.details(after).toString()).contains("FR-69-CRIP", tag, id);
    }
}
