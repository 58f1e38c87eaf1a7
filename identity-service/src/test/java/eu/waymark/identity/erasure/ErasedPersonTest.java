package eu.waymark.identity.erasure;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a person record that was erased: nothing that leads back. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ErasedPersonTest {

    private static final String CHILD = named("Araminta", "Featherstonehaugh", "2010-08-19", 2);
    private static final List<String> TELLING = List.of("araminta", "featherstonehaugh", "2010-08-19");

    @Inject
    CompletingErasures completing;

    private String agency = "";
    private Tokens worker = Callers.leeds();
    private String person = "";
    private String tag = "";
    private Erasing erasing = Erasing.of("", "");

    @BeforeEach
    void aChildIsOnRecord() throws SQLException {
        agency = "GB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        worker = Callers.of(agency, "practitioner", PURPOSE);
        person = Children.recorded(worker, CHILD);
        tag = Rows.of("select tag from guarded.person where id = '" + person + "'")
                .getFirst();
        erasing = Erasing.of(agency, person);
    }

    @Test
    void itsAgencyLearnsThatItIsGoneAndAStrangerNothing() throws SQLException {
        // Given
        erasing.erased(completing);

        // Then
        var path = "/api/identity/v1/persons/" + person;
        Api.as(worker, PURPOSE).get(path).then().statusCode(410).body("code", is("erased"));
        Api.as(Callers.lyon(), PURPOSE).get(path).then().statusCode(404).body("code", is("not-found"));
        Api.as(Tokens.service("register-service"))
                .get("/internal/v1/persons/" + person)
                .then()
                .statusCode(404);
        erasing.propose(erasing.approver()).statusCode(410);
        Api.as(worker, PURPOSE)
                .get("/api/identity/v1/persons")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void searchesDoNotFindItAndTheChildCanBeRecordedAnew() throws SQLException {
        // Given
        erasing.erased(completing);

        // When
        var found = Children.search(worker, CHILD).then().statusCode(201);

        // Then
        found.body("candidates.recordId", not(hasItem(person)));
        assertThat(Children.recorded(worker, CHILD)).isNotEqualTo(person);
    }

    @Test
    void aDumpShowsNothingThatLeadsBack() throws SQLException {
        // Given
        var before = ciphertexts();
        Children.search(Callers.lyon(), CHILD).then().statusCode(201);

        // When
        erasing.erased(completing);

        // Then
        var dump = Rows.dump();
        assertThat(dump).contains(person).contains(agency.toLowerCase(java.util.Locale.ROOT));
        assertThat(TELLING).noneMatch(dump::contains);
        assertThat(before).hasSize(3).noneMatch(dump::contains);
        assertThat(Rows.of("select key from guarded.person_key k where not exists"
                        + " (select from guarded.person p where p.no = k.person)"))
                .isEmpty();
        assertThat(Rows.of("select handle from guarded.search_candidate where person_id = '" + person + "'"))
                .isEmpty();
        assertThat(Rows.of("select tag from person_tag where record_id = '" + person + "'"))
                .isEmpty();
        assertThat(Rows.of("select tag from person_erasure where record_id = '" + person + "' and tag is not null"))
                .isEmpty();
        assertThat(Rows.of("select id from fact_outbox where data like '%" + tag + "%'"))
                .isEmpty();
    }

    @Test
    void earlierVersionsKeysAndWordsGoWithTheRecord() throws SQLException {
        // Given
        var words = "select word from guarded.name_word";
        Api.as(worker, PURPOSE)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"has-changed\","
                        + named("Araminta", "Quillthistle", "2010-08-19", 2).substring(1))
                .put("/api/identity/v1/persons/" + person)
                .then()
                .statusCode(200);
        var no = Rows.of("select no from guarded.person where id = '" + person + "'")
                .getFirst();
        var versions = "select version from guarded.person_version where person_id = '" + person + "'";
        var keys = "select key from guarded.person_key where person = " + no
                + " union all select word from guarded.person_word where person = " + no
                + " union all select person from guarded.person_index where person = " + no;
        assertThat(Rows.of(versions)).hasSize(1);
        assertThat(Rows.of(keys)).hasSizeGreaterThan(5);
        var before = Rows.of(words);

        // When
        erasing.erased(completing);

        // Then
        assertThat(Rows.of(versions)).isEmpty();
        assertThat(Rows.of(keys)).isEmpty();
        assertThat(Rows.of(words)).hasSizeLessThan(before.size());
    }

    @Test
    void whatADumpShowsBeforeIsWhatIsLookedFor() throws SQLException {
        assertThat(ciphertexts()).hasSize(3).allMatch(Rows.dump()::contains);
    }

    @Test
    void noSecretThatIsLeftReproducesTheTag() throws Exception {
        // Given
        var living = Children.recorded(worker, named("Barnaby", "Quartermaine", "2011-01-01", 1));
        var livingTag = Rows.of("select tag from guarded.person where id = '" + living + "'")
                .getFirst();
        erasing.erased(completing);

        // When
        var tags = new ArrayList<String>();
        var ids = Rows.of("select id::text from guarded.person union select id::text from guarded.erased_person"
                + " union select record_id::text from person_erasure");
        for (var secret : secrets()) {
            for (var message : messages(ids)) {
                tags.add(tag(secret, message));
            }
        }

        // Then
        assertThat(ids).contains(person, living);
        assertThat(tags).contains(livingTag).doesNotContain(tag);
    }

    /** What stands in the person's row, as a dump shows it. */
    private List<String> ciphertexts() throws SQLException {
        return Rows.of("select unnest(array[encode(tag_secret, 'hex'), encode(wrapped_key, 'hex'),"
                + " encode(demographics, 'hex')]) from guarded.person where id = '" + person + "'");
    }

    private static List<byte[]> secrets() throws SQLException {
        var secrets = new ArrayList<byte[]>();
        for (var name : List.of("row-key", "index-key", "witness-seed")) {
            secrets.add(Base64.getDecoder()
                    .decode(ConfigProvider.getConfig().getValue("waymark.secrets." + name, String.class)));
        }
        Rows.of("select encode(tag_secret, 'hex') from guarded.person")
                .forEach(secret -> secrets.add(HexFormat.of().parseHex(secret)));
        return secrets;
    }

    private static List<String> messages(List<String> ids) {
        var messages = new ArrayList<>(ids);
        messages.add("tag");
        ids.forEach(id -> messages.add("tag:" + id));
        ids.forEach(id -> messages.add("person:" + id));
        return messages;
    }

    private static String tag(byte[] secret, String message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        var bytes =
                java.util.Arrays.copyOf(mac.doFinal(message.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
