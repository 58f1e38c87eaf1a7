package eu.waymark.identity.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class OneOfSchemasTest {

    @Test
    void theDocumentNamesTheCodesOfEveryList() {
        var document = RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract();
        OneOfSchemas.BEARERS.forEach((name, bearer) -> assertThat(OneOfSchemas.coded(bearer))
                .as(name)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(document.<List<String>>path(
                                "components.schemas.%s.properties.%s.enum".formatted(name, field.getName())))
                        .as(field.getName())
                        .isEqualTo(OneOfSchemas.codes(field))));
    }
}
