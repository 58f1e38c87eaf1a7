package eu.waymark.identity.record;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.Rows;
import eu.waymark.identity.demographics.BirthClaim;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.demographics.PersonName;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.caller.Caller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A key that was seen by somebody is replaced, and nothing is lost. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class RotatingKeysTest {

    @Inject
    WrappedKeys keys;

    @Inject
    IndexRows rows;

    @Inject
    NameWords words;

    @Inject
    IndexProgress progress;

    @Inject
    DemographicsVault vault;

    @Inject
    BlockingIndex index;

    @Inject
    PersonVersions versions;

    @Inject
    PersonRows personRows;

    @Inject
    FactOutbox facts;

    @Inject
    AuditedWork work;

    @ConfigProperty(name = "waymark.secrets.row-key")
    String rowKey;

    @ConfigProperty(name = "waymark.secrets.index-key")
    String indexKey;

    @Test
    void everyDataKeyIsWrappedAnewByTwoReplicasAtOnceAndEarlierVersionsToo() throws Exception {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Rotrude", "Keyholder", "2013-08-14", 2));
        Api.as(leeds, PURPOSE)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"was-wrong\","
                        + named("Rotrude", "Keybearer", "2013-08-14", 2).substring(1))
                .put("/api/identity/v1/persons/" + id)
                .then()
                .statusCode(200);
        var fresh = key();
        var rotating = new RowCipher(fresh + "," + rowKey);

        // When
        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (var done : replicas.invokeAll(List.of(rewrapping(rotating), rewrapping(rotating)))) {
                done.get();
            }
        }

        // Then
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(rotating.currentId()));
        assertThat(Rows.of("select finished_at from key_rotation where row_key = '\\x"
                        + HexFormat.of().formatHex(rotating.currentId()) + "'"))
                .doesNotContainNull()
                .hasSize(1);
        assertThat(Events.all().stream().map(event -> event.path("type").asText()))
                .contains("identity.keys.rewrapped");

        // Then: and back, for the service of this test has the old key only
        var back = new RowCipher(rowKey + "," + fresh);
        new RewrappingKeys(back, keys, work).rewrapAll();
        assertThat(prefixes()).containsExactly(HexFormat.of().formatHex(back.currentId()));
        Api.as(leeds, PURPOSE)
                .get("/api/identity/v1/persons/" + id + "/history")
                .then()
                .statusCode(200)
                .body("versions[0].demographics.names.family", contains("Keyholder"));
    }

    private Callable<Boolean> rewrapping(RowCipher cipher) {
        return () -> {
            new RewrappingKeys(cipher, keys, work).rewrapAll();
            return true;
        };
    }

    private static List<String> prefixes() throws SQLException {
        return Rows.of("""
                select distinct encode(substring(wrapped_key for 4), 'hex') from (
                    select wrapped_key from guarded.person union all
                    select wrapped_key from guarded.person_version) as all_keys""");
    }

    @Test
    void recordsAreFoundBeforeWhileAndAfterTheIndexIsMadeAnew() throws SQLException {
        // Given
        var id = UUID.fromString(Children.recorded(Callers.leeds(), named("Swanhild", "Indexmaker", "2012-09-15", 2)));
        var fresh = key();
        var rotating = new BlockingIndex(new IndexKey(fresh + "," + indexKey), rows, words);
        var after = new BlockingIndex(new IndexKey(fresh), rows, words);
        assertThat(found(rotating)).contains(id);
        assertThat(found(after)).doesNotContain(id);

        // When
        new IndexingAnew(rotating, progress, rows, vault, work).run();

        // Then
        assertThat(found(rotating)).contains(id);
        assertThat(found(after)).contains(id);
        assertThat(Rows.of("select distinct epoch from guarded.person_index")).hasSize(1);

        // Then: and back, for the service of this test has the old key only
        Rows.change("update index_epoch set finished_at = null, after = 0");
        new IndexingAnew(
                        new BlockingIndex(new IndexKey(indexKey + "," + fresh), rows, words),
                        progress,
                        rows,
                        vault,
                        work)
                .run();
        Children.search(Callers.leeds(), named("Swanhild", "Indexmaker", "2012-09-15", 2))
                .then()
                .body("candidates.recordId", hasItem(id.toString()));
    }

    @Test
    void whomAnOldReplicaIndexesBehindTheRotationIsIndexedAnewToo() throws SQLException {
        // Given: all are done under the new key, and a replica with the old one goes on
        var fresh = key();
        var rotating = new BlockingIndex(new IndexKey(fresh + "," + indexKey), rows, words);
        var after = new BlockingIndex(new IndexKey(fresh), rows, words);
        var anew = new IndexingAnew(rotating, progress, rows, vault, work);
        anew.run();
        var id = UUID.fromString(Children.recorded(Callers.leeds(), named("Swanhild", "Indexmaker", "2012-09-15", 2)));
        assertThat(found(after)).doesNotContain(id);

        // When
        anew.run();

        // Then
        assertThat(found(after)).contains(id);
        assertThat(Rows.of("select distinct epoch from guarded.person_index")).hasSize(1);

        // Then: who has the old key in front takes none of them back while the new one is the newest
        var old = new BlockingIndex(new IndexKey(indexKey + "," + fresh), rows, words);
        var back = new IndexingAnew(old, progress, rows, vault, work);
        Rows.change(
                "insert into index_epoch (epoch, started_at, finished_at) values ("
                        + old.current().id()
                        + ", '2000-01-01', now()) on conflict (epoch) do update set started_at = '2000-01-01', finished_at = now()");
        back.run();
        assertThat(found(after)).contains(id);

        // Then: and back, for the service of this test has the old key only
        Rows.change("update index_epoch set finished_at = null, after = 0");
        back.run();
        assertThat(found(after)).doesNotContain(id);
    }

    private List<UUID> found(BlockingIndex index) {
        var who = new Demographics(
                List.of(PersonName.of("Swanhild", "Indexmaker")),
                List.of(BirthClaim.of("2012-09-15")),
                2,
                null,
                null,
                null,
                null);
        return work.runAsSystem(
                IdentityEvent.SEARCHED,
                trail -> index.find(who, 1000).stream().map(FoundPerson::id).toList());
    }

    @Test
    void whoWasImportedBeforeIsKnownAfterTheIndexKeyWasReplaced() {
        // Given
        Api.as(Callers.leedsSystem(), "SYSTEM")
                .contentType("application/x-ndjson")
                .body("{\"externalId\":\"ROT-1\",\"names\":[{\"full\":\"Walburga Importee\"}],\"births\":[\"2012\"]}"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/identity/v1/imports")
                .then()
                .statusCode(201);
        var fresh = key();
        assertThat(imported(fresh)).isEmpty();

        // When
        var known = imported(fresh + "," + indexKey);

        // Then: and from now on under the new key alone
        assertThat(known).hasSize(1);
        assertThat(imported(fresh)).isEqualTo(known);
        assertThat(imported(indexKey)).isEmpty();

        // Then: and back, for the service of this test has the old key only
        assertThat(imported(indexKey + "," + fresh)).isEqualTo(known);
    }

    private List<UUID> imported(String keys) {
        var owner = new Caller("importer", "", "GB-LDS", "GB", "child-protection", Set.of(), Set.of(), "");
        var records =
                new PersonRecords(vault, index, new IndexKey(keys), versions, personRows, facts, Clock.systemUTC());
        return work.runAsSystem(
                IdentityEvent.IMPORTED,
                trail ->
                        records
                                .byExternalIds(owner, List.of(records.externalIdHashes(owner, "ROT-1")))
                                .values()
                                .stream()
                                .map(PersonRecords.ExternallyKnown::id)
                                .toList());
    }

    @Test
    void aRecordThatIsTakenOutLeavesNoWordThatNobodyElseBears() throws SQLException {
        // Given
        var leeds = Callers.leeds();
        var words = "select count(*) from guarded.name_word";
        Children.recorded(leeds, named("Kunigunda", "Sharedname", "2011-11-11", 2));
        var before = Rows.of(words);
        var id = Children.recorded(leeds, named("Kunigunda", "Xylophonist", "2011-11-12", 2));
        assertThat(Rows.of(words)).isNotEqualTo(before);

        // When
        work.runAsSystem(IdentityEvent.PERSONS_INDEXED, trail -> {
            rows.remove(UUID.fromString(id));
            return true;
        });

        // Then
        assertThat(Rows.of(words)).isEqualTo(before);
        Children.search(leeds, named("Kunigunda", "Xylophonist", "2011-11-12", 2))
                .then()
                .body("candidates.recordId", not(hasItem(id)));
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
