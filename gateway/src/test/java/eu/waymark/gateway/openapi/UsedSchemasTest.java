package eu.waymark.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class UsedSchemasTest {

    @Test
    void schemasThatAPathLeadsToStayAndOthersGo() throws JsonProcessingException {
        var document = (ObjectNode) new ObjectMapper().readTree("""
                {"paths":{"/api/a":{"get":{"responses":{"200":{"$ref":"#/components/schemas/Page"}}}}},
                 "components":{"schemas":{"Page":{"items":{"$ref":"#/components/schemas/Row"}},"Row":{"type":"object"},
                 "Internal":{"properties":{"row":{"$ref":"#/components/schemas/Row"}}}}}}""");

        UsedSchemas.keepIn(document);

        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Page", "Row");
    }
}
