package eu.waymark.audit.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.RfcVerifier;
import eu.waymark.audit.SampleEvent;
import eu.waymark.log.EntryBundle;
import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.Tile;
import eu.waymark.log.TileNodes;
import eu.waymark.log.Tiles;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class TileResourceTest {

    private static final String TILE = "/api/audit/v1/log/tile/";

    private final String agency = "FR-" + SampleEvent.freshSource();
    private long size;
    private byte[] root;

    @BeforeEach
    void aLogOfMoreThanOneTile() {
        var first = 0L;
        while (first <= Tile.FULL) {
            var source = SampleEvent.freshSource();
            var bodies = LongStream.rangeClosed(1, 100)
                    .mapToObj(seq -> SampleEvent.of(source, seq).bytes())
                    .toArray(byte[][]::new);
            first = AuditLog.send(source, AuditLog.batch(1, bodies))
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getLong("acknowledged[99].leafIndex");
        }
        var checkpoint = AuditLog.checkpointCovering(first);
        size = AuditLog.size(checkpoint);
        root = AuditLog.root(checkpoint);
    }

    @Test
    void anybodyCanComputeTheSignedRootFromTheTiles() {
        // When
        var computed = MerkleTree.root(size).answer(new TileNodes(size, tiles -> tiles.stream()
                .collect(Collectors.toMap(tile -> tile, tile -> fetched(tile.path())))));

        // Then
        assertThat(computed.bytes()).isEqualTo(root);
    }

    @Test
    void aTileHoldsTheHashesOfItsLeaves() throws Exception {
        // Given
        var leaves = AuditLog.leaves(Tile.FULL);

        // When
        var full = fetched("0/000");

        // Then
        for (var at = 0; at < Tile.FULL; at++) {
            assertThat(Arrays.copyOfRange(full, at * 32, at * 32 + 32))
                    .isEqualTo(Hash.ofLeaf(leaves.get(at)).bytes());
        }
        assertThat(fetched("1/000.p/1")).isEqualTo(RfcVerifier.root(leaves));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 255})
    void aWidthThatTheTileHasOutgrownIsServedStill(int width) {
        assertThat(fetched("0/000.p/" + width)).isEqualTo(Arrays.copyOf(fetched("0/000"), width * 32));
    }

    @Test
    void everyTileAndBundleOfTheCheckpointIsThere() {
        Tiles.of(size).forEach(tile -> assertThat(fetched(tile.path())).hasSize(tile.width() * 32));
        EntryBundle.of(size)
                .forEach(bundle ->
                        get(asCompliance("AUDIT"), bundle.path()).then().statusCode(200));
    }

    @Test
    void tilesAreCachedForEver() {
        get(RestAssured.given(), "0/000")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void aTileThatNoCheckpointCoversIsNotThereYet() {
        var last = Tiles.partial(size + 200).getFirst();
        assertAbsent(RestAssured.given(), new Tile(0, last.index() + 4, 255).path());
        assertAbsent(RestAssured.given(), "0/999");
        assertAbsent(RestAssured.given(), "1/000");
        assertAbsent(RestAssured.given(), "7/000.p/1");
        assertAbsent(asCompliance("AUDIT"), "entries/999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "00/000",
                "0/000.p/0",
                "0/000.p/00",
                "0/000.p/01",
                "0/000.p/256",
                "0/000.p/1000",
                "0/000.p/-1",
                "0/000.p/",
                "0/000.p",
                "0/000.P/1",
                "0/x000/000",
                "0/000/000",
                "0/x00/000",
                "0/001/x000",
                "0/X001/000",
                "8/000",
                "63/000",
                "64/000",
                "-1/000",
                "+1/000",
                "0/-01",
                "0/+01",
                "0/x999/x999/x999/x999/x999/x999/999",
                "0/x999/x999/x999/x999/999",
                "0/x922/x337/x203/x685/x477/x580/808",
                "0/000/",
                "0/000.p/1/2",
                "0/000/extra",
                "./0/000",
                "0/%30%30%30",
                "0%2F000",
                "0/..%2f000",
                "..%2f0%2f000",
                "0/000%00",
                "0/000%0a",
                "0/%D9%A0%D9%A0%D9%A0",
                "entries",
                "entries/",
                "entriesx/000"
            })
    void whatIsNotSpelledAsTheSpecificationSaysIsNotFound(String path) {
        var answer = get(RestAssured.given(), path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000.p/0", "000.p/256", "0", "x000/000", "x999/x999/x999/x999/999", "000.p/01", "%30%30%30"})
    void entriesAreSpelledTheSameWay(String path) {
        assertAbsent(asCompliance("AUDIT"), "entries/" + path);
    }

    @Test
    void entriesNeedComplianceAndAPurposeOfTheirOwn() {
        var practitioner = Tokens.practitioner(agency, "FR").purposes("AUDIT").sign();
        get(RestAssured.given(), "entries/000").then().statusCode(401);
        get(RestAssured.given().auth().oauth2(practitioner).header("Purpose-Of-Use", "AUDIT"), "entries/000")
                .then()
                .statusCode(403);
        get(asCompliance("SUBJECT-ACCESS"), "entries/000")
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-not-permitted"));
        get(asCompliance("COURT"), "entries/000").then().statusCode(200);
        get(asCompliance("INSPECTION"), "entries/000").then().statusCode(200);
    }

    @Test
    void aBundleHoldsTheEventsByteForByteAndStaysOutOfSharedCaches() throws Exception {
        // When
        var answer = get(asCompliance("AUDIT"), "entries/000").then().statusCode(200);

        // Then
        var entries = new EntryBundle(0, Tile.FULL).decode(answer.extract().asByteArray());
        assertThat(entries.toArray(byte[][]::new))
                .isDeepEqualTo(AuditLog.leaves(Tile.FULL).toArray(byte[][]::new));
        answer.contentType("application/octet-stream")
                .header("Cache-Control", equalTo("private, max-age=31536000, immutable"));
        var partial = get(asCompliance("AUDIT"), "entries/000.p/3").asByteArray();
        assertThat(new EntryBundle(0, 3).decode(partial).toArray(byte[][]::new))
                .isDeepEqualTo(entries.subList(0, 3).toArray(byte[][]::new));
    }

    @Test
    void readingEntriesIsAnEventItself() {
        // When
        get(asCompliance("AUDIT"), "entries/000.p/7").then().statusCode(200);

        // Then
        var found = await().until(
                        () -> Api.as(compliance(), "AUDIT")
                                .queryParam("type", "audit.entries.read")
                                .get(AuditLog.EVENTS)
                                .then()
                                .extract(),
                        answer -> !answer.jsonPath().getList("items").isEmpty());
        assertThat(found.jsonPath().getList("items.returned")).containsExactly(7);
        get(asCompliance("AUDIT"), "entries/x000/000").then().statusCode(404);
        await().untilAsserted(() -> Api.as(compliance(), "AUDIT")
                .queryParam("type", "audit.entries.read")
                .queryParam("outcome", "4")
                .get(AuditLog.EVENTS)
                .then()
                .body("items.outcomeCode", hasItem("not-found")));
    }

    @Test
    void theDocumentTellsOfTilesAndEntries() {
        var paths = RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath();
        List<String> documented = new ArrayList<>(
                paths.getMap("paths").keySet().stream().map(Object::toString).toList());
        assertThat(documented).contains(TILE + "{path}", TILE + "entries/{path}", "/api/audit/v1/log/policy");
    }

    private static byte[] fetched(String path) {
        return get(RestAssured.given(), path).then().statusCode(200).extract().asByteArray();
    }

    private static void assertAbsent(RequestSpecification who, String path) {
        get(who, path).then().statusCode(404).body("code", equalTo("not-found"));
    }

    private static Response get(RequestSpecification who, String path) {
        return who.urlEncodingEnabled(false).get(TILE + path);
    }

    private RequestSpecification asCompliance(String purpose) {
        return RestAssured.given().auth().oauth2(compliance().sign()).header("Purpose-Of-Use", purpose);
    }

    private Tokens compliance() {
        return Tokens.person("compliance-officer")
                .agency(agency)
                .country("FR")
                .roles("compliance")
                .purposes("AUDIT", "INSPECTION", "COURT", "SUBJECT-ACCESS");
    }
}
