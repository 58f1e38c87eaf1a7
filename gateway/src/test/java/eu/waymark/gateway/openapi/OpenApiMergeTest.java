package eu.waymark.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.gateway.target.Service;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void routedPathsAreMergedAndInternalOnesAreNot() throws IOException {
        // When
        var merged = merged();

        // Then
        assertThat(merged.path("paths").fieldNames())
                .toIterable()
                .containsExactly(
                        "/api/audit/v1/log/checkpoint",
                        "/api/audit/v1/log/tile/{level}/{index}",
                        "/api/referral/v1/referrals",
                        "/api/register/v1/entries",
                        "/api/register/v1/entries/{id}");
    }

    @Test
    void whatMeansTheSameIsSharedAndWhatDiffersIsPrefixed() throws IOException {
        // When
        var schemas = merged().path("components").path("schemas");

        // Then: Desk differs; Page and Party refer to it, so they differ too although their words are the same
        assertThat(schemas.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "Problem",
                        "Entry",
                        "RegisterDesk",
                        "RegisterPage",
                        "RegisterParty",
                        "ReferralDesk",
                        "ReferralPage",
                        "ReferralParty");
        assertThat(schemas.at("/RegisterPage/properties/items/items/$ref").asText())
                .isEqualTo("#/components/schemas/RegisterParty");
        assertThat(schemas.at("/ReferralParty/properties/desk/$ref").asText())
                .isEqualTo("#/components/schemas/ReferralDesk");
        assertThat(schemas.at("/ReferralParty/discriminator/mapping/desk").asText())
                .isEqualTo("#/components/schemas/ReferralDesk");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        // When
        var merged = merged();

        // Then
        var references = merged.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(5).allSatisfy(reference -> assertThat(
                        merged.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void aReferenceThatLeadsNowhereWouldBeSeen() throws IOException {
        // Given
        var document = parse("""
                {"openapi": "3.1.0", "paths": {"/api/audit/v1/events": {"$ref": "#/components/pathItems/Gone"}}}
                """);

        // When
        var merged = OpenApiMerge.merge(Map.of(Service.AUDIT, document));

        // Then
        assertThat(merged.at(merged.findValuesAsText("$ref").getFirst().substring(1))
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void operationIdsAreUniqueAndTagsTellTheService() throws IOException {
        // When
        var merged = merged();

        // Then
        var ids = merged.findValuesAsText("operationId");
        assertThat(ids).hasSize(6).doesNotHaveDuplicates().contains("list", "get_referral_referrals");
        assertThat(merged.at("/paths/~1api~1referral~1v1~1referrals/get/tags/0").asText())
                .isEqualTo("referral: referrals");
        var tags = new HashSet<String>();
        merged.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        assertThat(tags).containsExactlyInAnyOrder("audit: log", "referral: referrals", "register: entries");
    }

    @Test
    void oneSchemeGuardsEverythingButTheOpenPaths() throws IOException {
        // When
        var merged = merged();

        // Then
        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("bearer");
        assertThat(merged.at("/security/0").has("bearer")).isTrue();
        assertThat(merged.at("/paths/~1api~1register~1v1~1entries/get").has("security"))
                .isFalse();
        assertThat(merged.at("/paths/~1api~1audit~1v1~1log~1checkpoint/get/security"))
                .isEmpty();
        assertThat(merged.at("/paths/~1api~1audit~1v1~1log~1checkpoint/get").has("security"))
                .isTrue();
        assertThat(merged.at("/paths/~1api~1audit~1v1~1log~1tile~1{level}~1{index}/get")
                        .has("security"))
                .isTrue();
    }

    @Test
    void theFrameIsWhatAnOpenApi31DocumentNeeds() throws IOException {
        // When
        var merged = merged();

        // Then
        assertThat(merged.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(merged.at("/info/title").asText()).isEqualTo("Waymark");
        assertThat(merged.at("/info/version").asText()).isEqualTo("v1");
        assertThat(merged.at("/info/description").asText()).isNotBlank();
        assertThat(merged.at("/info/license/identifier").asText()).isEqualTo("Apache-2.0");
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(merged.path("x-waymark-missing"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo("identity");
    }

    @Test
    void withoutAnyServiceThereIsStillADocument() {
        // When
        var merged = OpenApiMerge.merge(Map.of());

        // Then
        assertThat(merged.path("paths").isObject()).isTrue();
        assertThat(merged.path("x-waymark-missing")).hasSize(4);
    }

    @Test
    void theDocumentsAreLeftAsTheyWere() throws IOException {
        // Given
        var documents = documents();
        var before = documents.toString();

        // When
        OpenApiMerge.merge(documents);

        // Then
        assertThat(documents).hasToString(before);
    }

    private static ObjectNode merged() throws IOException {
        return OpenApiMerge.merge(documents());
    }

    private static TreeMap<Service, ObjectNode> documents() throws IOException {
        var documents = new TreeMap<Service, ObjectNode>();
        for (var service : new Service[] {Service.REGISTER, Service.REFERRAL, Service.AUDIT}) {
            try (var stream = OpenApiMergeTest.class.getResourceAsStream("/openapi/" + service.slug() + ".json")) {
                documents.put(service, (ObjectNode) JSON.readTree(stream));
            }
        }
        return documents;
    }

    private static ObjectNode parse(String json) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(json);
    }
}
