package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.RfcVerifier;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.Tampering;
import eu.waymark.audit.log.TileParts.Part;
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
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proof is worth that is made from memory. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class KeptProofsTest {

    @Inject
    KeptTiles kept;

    @Inject
    Tree tree;

    private final String source = SampleEvent.freshSource();
    private final SampleEvent event = SampleEvent.of(source, 1);
    private final Random random = new Random(3);
    private long leafIndex;

    @BeforeEach
    void aProvenEventInALogOfMoreThanOneTile() throws Exception {
        leafIndex = AuditLog.append(source, event);
        var rest = LongStream.rangeClosed(2, Tile.FULL + 1)
                .mapToObj(seq -> SampleEvent.of(source, seq).bytes())
                .toArray(byte[][]::new);
        AuditLog.send(source, AuditLog.batch(2, rest)).statusCode(200);
        AuditLog.checkpointCovering(leafIndex + Tile.FULL);
        assertHolds(prove());
    }

    @Test
    void aMemoryOfAnotherHistoryIsForgottenAndTheTablesAnswer() throws Exception {
        // Given: this replica has seen leaves that another one has lost since, and replaced by others
        var checkpoint = AuditLog.checkpoint();
        var size = AuditLog.size(checkpoint);
        kept.forget();
        kept.before(this::lies).fetch(Tiles.of(size).collect(Collectors.toSet()));
        var fromMemory = MerkleTree.inclusion(leafIndex, size).answer(new TileNodes(size, kept.before(tree.tiles())));
        assertThat(fromMemory.verify(Hash.ofLeaf(event.bytes()), Hash.of(AuditLog.root(checkpoint))))
                .as("the lies are in memory")
                .isFalse();

        // When
        var proof = prove();

        // Then
        assertHolds(proof);
        var again = MerkleTree.inclusion(leafIndex, size).answer(new TileNodes(size, kept.before(tree.tiles())));
        assertThat(again.verify(Hash.ofLeaf(event.bytes()), Hash.of(AuditLog.root(checkpoint))))
                .as("they are not any more")
                .isTrue();
    }

    @Test
    void aChangedTileIsServedAsItIsForWhoeverChecksWhileProofsGoOnFromMemory() throws Exception {
        var tile = new Tile(0, leafIndex / Tile.FULL, Tile.FULL);
        var whole = served(tile);
        var changed = whole.clone();
        changed[(int) (leafIndex % Tile.FULL) * Hash.LENGTH] ^= 1;
        try {
            // When
            change(tile, changed);

            // Then
            assertThat(served(tile)).isEqualTo(changed);
            assertHolds(prove());
        } finally {
            change(tile, whole);
        }
    }

    @Test
    void aChangedTileThatNobodyHadInMemoryIsNotProvenNorRememberedOnceItIsMended() throws Exception {
        var tile = new Tile(0, leafIndex / Tile.FULL, Tile.FULL);
        var whole = served(tile);
        var changed = whole.clone();
        changed[(int) ((leafIndex + 1) % Tile.FULL) * Hash.LENGTH] ^= 1;
        try {
            // When
            change(tile, changed);
            kept.forget();

            // Then
            assertThat(holds(prove())).isFalse();
        } finally {
            change(tile, whole);
        }
        assertHolds(prove());
    }

    private JsonPath prove() {
        var compliance = Tokens.person("compliance-officer")
                .agency("FR-69-CRIP")
                .country("FR")
                .roles("compliance")
                .purposes("AUDIT");
        return Api.as(compliance, "AUDIT")
                .get(AuditLog.EVENTS + "/" + event.id() + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void assertHolds(JsonPath proof) {
        assertThat(holds(proof)).isTrue();
    }

    private boolean holds(JsonPath proof) {
        var checkpoint = proof.getString("checkpoint");
        var path = proof.getList("auditPath", String.class).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
        return RfcVerifier.includes(
                event.bytes(), leafIndex, AuditLog.size(checkpoint), path, AuditLog.root(checkpoint));
    }

    private static byte[] served(Tile tile) {
        return RestAssured.get("/api/audit/v1/log/tile/" + tile.path())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static void change(Tile tile, byte[] hashes) throws Exception {
        var hex = HexFormat.of().formatHex(hashes);
        var changed = Tampering.with("update tile set hashes = '\\x%s' where level = %d and idx = %d"
                .formatted(hex, tile.level(), tile.index()));
        assertThat(changed).isEqualTo(1);
    }

    private Map<Tile, byte[]> lies(Collection<Part> wanted) {
        return wanted.stream().collect(Collectors.toMap(Part::tile, part -> {
            var bytes = new byte[(part.tile().full() ? Tile.FULL : part.width()) * Hash.LENGTH];
            random.nextBytes(bytes);
            return bytes;
        }));
    }
}
