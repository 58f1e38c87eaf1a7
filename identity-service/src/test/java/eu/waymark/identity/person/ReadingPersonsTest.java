package eu.waymark.identity.person;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ReadingPersonsTest {

    private static final String PATH = "/api/identity/v1/persons";

    @Test
    void withoutATokenNothingIsRead() {
        Api.anonymous().get(PATH).then().statusCode(401);
        Api.anonymous().get(PATH + "/" + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void complianceReadsNoContent() {
        Api.as(Callers.compliance(), "AUDIT").get(PATH).then().statusCode(403);
        Api.as(Callers.compliance(), "AUDIT")
                .get(PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void immigrationEnforcementReadsNothing() {
        var id = Children.recorded(Callers.leeds(), named("Evangeline", "Sparrow", "2011-01-09", 2));
        Api.as(Callers.leeds(), "IMMIGRATION-ENFORCEMENT")
                .get(PATH + "/" + id)
                .then()
                .statusCode(403)
                .body("code", is("purpose-forbidden"));
    }

    @Test
    void anAgencyReadsItsOwnRecord() {
        // Given
        var id = Children.recorded(Callers.leeds(), named("Clementine", "Hargreaves", "2013-10-02", 2));

        // When
        var read = Api.as(Callers.leeds(), PURPOSE).get(PATH + "/" + id).then().statusCode(200);

        // Then
        read.body("names[0].family", is("Hargreaves")).header("ETag", "\"1\"");
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.person.read");
        assertThat(event.path("purpose").asText()).isEqualTo(PURPOSE);
        assertThat(event.path("subjects")).hasSize(1);
        assertThat(event.toString()).doesNotContain("Hargreaves");
    }

    @Test
    void anotherAgencysRecordAnswersAsAnUnknownOneAndIsOnRecord() throws IOException {
        // Given
        var lyon = Callers.lyon();
        var id = Children.recorded(Callers.leeds(), named("Seraphina", "Lockwood", "2014-04-04", 2));

        // When
        var foreign = body(lyon, id);
        var event = Events.last();
        var unknown = body(lyon, UUID.randomUUID().toString());

        // Then
        assertThat(foreign).isEqualTo(unknown);
        assertThat(event.path("resource").asText()).isEqualTo(id);
        assertThat(event.path("outcome").asText()).isEqualTo("4");
        assertThat(event.path("outcomeCode").asText()).isEqualTo("not-found");
    }

    private static ObjectNode body(Tokens by, String id) throws IOException {
        var response = Api.as(by, PURPOSE)
                .get(PATH + "/" + id)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        var problem = (ObjectNode) new ObjectMapper().readTree(response);
        problem.remove("requestId");
        return problem;
    }

    @Test
    void aListShowsTheAgencysOwnPageByPage() {
        // Given
        var caller = Callers.of("GB-PAGES", "practitioner", PURPOSE);
        var first = Children.recorded(caller, named("Ambrose", "Kettlewell", "2012", 1));
        var second = Children.recorded(caller, named("Beatrix", "Longbottom", "2013", 2));
        var third = Children.recorded(caller, named("Cassius", "Merriweather", "2014", 1));

        // When
        var page =
                Api.as(caller, PURPOSE).queryParam("limit", 2).get(PATH).then().statusCode(200);
        String next = page.extract().path("next");
        var rest = Api.as(caller, PURPOSE)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .statusCode(200);

        // Then
        assertThat(page.extract().<List<String>>path("items.id")).containsExactly(third, second);
        assertThat(rest.extract().<List<String>>path("items.id")).containsExactly(first);
        rest.body("next", nullValue());
        assertThat(Events.last().path("returned").asText()).isEqualTo("1");
    }
}
