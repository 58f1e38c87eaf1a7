package eu.waymark.identity.subject;

import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ExportingSubjectTest {

    private static final String PURPOSE = "SUBJECT-ACCESS";

    private static String path(String person) {
        return "/api/identity/v1/persons/" + person + "/subject-access";
    }

    @Test
    void withoutATokenNothingIsTold() {
        Api.anonymous().get(path(UUID.randomUUID().toString())).then().statusCode(401);
    }

    @Test
    void forAnyOtherPurposeNothingIsTold() {
        var id = Children.recorded(Callers.leeds(), named("Mechthild", "Purposeful", "2010-02-22", 2));
        Api.as(Callers.leeds(), Children.PURPOSE).get(path(id)).then().statusCode(403);
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("forbidden");
    }

    @Test
    void aPersonLearnsWhatIsAndWasHeldOnThem() {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Walpurga", "Inquisitive", "2009-03-23", 2));
        Api.as(leeds, Children.PURPOSE)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"asked-by-subject\","
                        + named("Walpurga", "Informed", "2009-03-23", 2).substring(1))
                .put("/api/identity/v1/persons/" + id)
                .then()
                .statusCode(200);

        // When
        var export = Api.as(Callers.of("GB-LDS", "manager", PURPOSE), PURPOSE)
                .get(path(id))
                .then();

        // Then
        export.statusCode(200)
                .body("agency", is("GB-LDS"))
                .body("now.names.family", contains("Informed"))
                .body("before", hasSize(1))
                .body("before[0].said.names.family", contains("Inquisitive"))
                .body("before[0].reason", is("asked-by-subject"))
                .body("sections.title", hasItem("What is made from this"));
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.subject.exported");
        assertThat(Events.last().path("subjects")).hasSize(1);
    }

    @Test
    void anotherAgencysRecordIsNotThere() {
        var id = Children.recorded(Callers.lyon(), named("Ottilie", "Distant", "2010-04-24", 2));
        Api.as(Callers.of("GB-LDS", "manager", PURPOSE), PURPOSE)
                .get(path(id))
                .then()
                .statusCode(404);
    }
}
