package eu.waymark.referral.trafficking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.work.WorkKind;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing adds up to a verdict, and nobody who may be a victim is spoken of as anything else (invariant 7, domain C16). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class VictimsNotCountsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VERDICT = Pattern.compile(
            "(?i).*(score|verdict|(?<!ac)count(?!ry)|total|probab|likel|credib|weight|rating|confidence|indicator(s)?(number|sum)).*");
    private static final Pattern BLAMING = Pattern.compile(
            "(?i).*\\b(suspects?|suspected|offenders?|illegals?|perpetrators?|prostitutes?|alleged|claims to be)\\b.*",
            Pattern.DOTALL);

    @Test
    void noAnswerHasACountAScoreOrAVerdict() throws JsonProcessingException {
        var answer = JSON.readTree(Referred.sent().read().asString());
        assertThat(names(answer)).isNotEmpty().noneMatch(name -> VERDICT.matcher(name)
                .matches());
        var schemas = new TreeSet<String>();
        schemas().forEach(schema -> schemas.addAll(names(schema.path("properties"))));
        assertThat(schemas).contains("indicators", "howMany").noneMatch(name -> VERDICT.matcher(name)
                .matches());
    }

    @Test
    void theGuardWouldSeeOne() {
        assertThat(Stream.of("indicatorCount", "riskScore", "verdict", "likelihood"))
                .allMatch(name -> VERDICT.matcher(name).matches());
    }

    @Test
    void moreIndicatorsChangeNothingButThemselves() throws JsonProcessingException {
        var few = JSON.readTree(Referred.sent().read().asString());
        var many = Referred.drafted(form -> Arrays.stream(Indicator.values())
                .forEach(one -> ((com.fasterxml.jackson.databind.node.ArrayNode) form.get("indicators"))
                        .add(one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
        many.send(0).then().statusCode(200);
        assertThat(names(JSON.readTree(many.read().asString()))).isEqualTo(names(few));
    }

    @Test
    void allTextsSpeakOfVictims() {
        var texts = new ArrayList<String>();
        schemas().forEach(schema -> texts.add(schema.toString()));
        operations().forEach(operation -> texts.add(operation.toString()));
        Arrays.stream(ReferralProblem.values())
                .filter(problem -> problem.slug().matches("trafficking-.*|contact-unsafe|too-early|safe-plan-needed"))
                .forEach(problem -> texts.add(problem.title()));
        Arrays.stream(ReferralEvent.values())
                .filter(event -> event.code().contains("trafficking"))
                .forEach(event -> texts.add(event.code()));
        Arrays.stream(WorkKind.values()).forEach(kind -> texts.add(kind.code()));
        assertThat(texts).hasSizeGreaterThan(30).noneMatch(text -> BLAMING.matcher(text)
                .matches());
    }

    @Test
    void theGuardWouldSeeAWordThatBlames() {
        assertThat(Stream.of("the suspect", "an illegal migrant", "Suspected of", "child prostitute"))
                .allMatch(text -> BLAMING.matcher(text).matches());
    }

    private static List<JsonNode> schemas() {
        var schemas = document().at("/components/schemas").properties().stream()
                .filter(schema -> schema.getKey().startsWith("Trafficking")
                        || List.of("OtherPossibleVictims", "SafeContact", "AccommodationPlan", "Explained")
                                .contains(schema.getKey()))
                .map(java.util.Map.Entry::getValue)
                .toList();
        assertThat(schemas).hasSizeGreaterThan(10);
        return schemas;
    }

    private static List<JsonNode> operations() {
        return document().path("paths").properties().stream()
                .filter(path -> path.getKey().contains("trafficking-referrals"))
                .flatMap(path -> path.getValue().properties().stream())
                .map(operation ->
                        ((com.fasterxml.jackson.databind.node.ObjectNode) operation.getValue()).without("parameters"))
                .map(JsonNode.class::cast)
                .toList();
    }

    private static JsonNode document() {
        try {
            return JSON.readTree(RestAssured.given()
                    .queryParam("format", "json")
                    .get("/q/openapi")
                    .asString());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("The service has no OpenAPI document", malformed);
        }
    }

    /** The names of all fields, at whatever depth. */
    private static TreeSet<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.properties().forEach(field -> {
            names.add(field.getKey());
            names.addAll(names(field.getValue()));
        });
        if (node.isArray()) {
            node.forEach(one -> names.addAll(names(one)));
        }
        return names;
    }
}
