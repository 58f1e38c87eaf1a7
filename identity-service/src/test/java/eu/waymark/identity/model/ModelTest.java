package eu.waymark.identity.model;

import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.Invented;
import eu.waymark.identity.Rows;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.record.PersonRecords.Entrant;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.ParametersText;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ModelTest {

    private static final String PATH = "/api/identity/v1/model";
    private static final String BUILT_IN = Parameters.FIRST.version();
    private static final SyntheticPopulation POPULATION = new SyntheticPopulation(23, LocalDate.of(2026, 11, 1));

    @Inject
    TrainingModel training;

    @Inject
    CurrentModel current;

    @Inject
    ModelVersions versions;

    @ConfigProperty(name = "waymark.secrets.index-key")
    String indexKey = "";

    @Inject
    PersonRecords records;

    @Inject
    AuditedWork work;

    @AfterEach
    void putTheProgramsOwnModelIntoUse() throws SQLException {
        Rows.change("delete from model_activation; delete from model_version; delete from model_training");
        current.changed();
    }

    @Test
    void theProgramsOwnModelIsInUseUntilTwoPeopleSayOtherwise() {
        // Given
        addPeople();
        var first = registrar();
        var second = registrar();
        Api.as(Callers.leeds()).get(PATH).then().statusCode(200).body("version", is(BUILT_IN));

        // When
        Api.as(first).post(PATH + "/trainings").then().statusCode(202).body("trainingSince", notNullValue());
        Api.as(second).post(PATH + "/trainings").then().statusCode(409).body("code", is("training-open"));
        training.run();

        // Then: it is proposed with its figures and not in use
        var model = Api.as(first).get(PATH).then().statusCode(200);
        model.body("version", is(BUILT_IN))
                .body("proposed[0].version", startsWith(BUILT_IN + "-learnt-"))
                .body("proposed[0].figures.current.version", is(BUILT_IN))
                .body("proposed[0].figures.current.invented.pairs", is(1000))
                .body("proposed[0].figures.proposed.invented.mistaken", is(0));
        String version = model.extract().path("proposed[0].version");
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.model.proposed");

        // When: the one who asked may not, another may
        activate(first, version).statusCode(403).body("code", is("second-person-needed"));
        activate(second, version).statusCode(200).body("version", is(version)).body("inUseSince", notNullValue());

        // Then: searches say so
        Children.search(Callers.leeds(), named("Nobody", "Atall", "2014", 2))
                .then()
                .statusCode(201)
                .body("model", is(version));
        assertThat(current.engine().parameters().version()).isEqualTo(version);
    }

    @Test
    void aVersionOutlivesThisReplicaAndShowsNoName() throws SQLException {
        // Given
        addPeople();
        Api.as(registrar()).post(PATH + "/trainings").then().statusCode(202);
        training.run();

        // When: as another replica reads it
        var stored = Rows.of("select parameters from model_version").getFirst();
        var terms = Rows.of("select length(frequencies) from model_version").getFirst();

        // Then
        assertThat(ParametersText.write(ParametersText.read(stored))).isEqualTo(stored);
        assertThat(Integer.parseInt(terms)).isGreaterThan(1_000);
        var name = POPULATION.person(1).demographics().names().getFirst();
        assertThat(Rows.of("select m::text from model_version m").getFirst())
                .doesNotContainIgnoringCase(String.valueOf(name.family() == null ? name.full() : name.family()));
        assertThatThrownBy(
                        () -> Rows.change(
                                "insert into model_activation (version, activated_by, activated_at) select version, proposed_by, now() from model_version"))
                .hasMessageContaining("another person");
    }

    @Test
    void aModelKeepsTheKeyItWasCountedUnderWhenTheIndexKeyIsReplaced() {
        // Given: a model in use
        addPeople();
        Api.as(registrar()).post(PATH + "/trainings").then().statusCode(202);
        training.run();
        String version = Api.as(registrar()).get(PATH).then().extract().path("proposed[0].version");
        activate(registrar(), version).statusCode(200);
        var before = commonest(current.engine());

        // Then: behind a new key it says the same, and without its own it is refused with what to do
        var fresh =
                Base64.getEncoder().encodeToString("another index key of 32 bytes...".getBytes(StandardCharsets.UTF_8));
        assertThat(commonest(replica(fresh + "," + indexKey).engine())).isEqualTo(before);
        assertThatThrownBy(() -> replica(fresh).engine()).hasMessageContaining("have a model trained");

        // twin: counts that are read under another key know nobody
        var stored = QuarkusTransaction.requiringNew().call(() -> LearntModel.of(versions.findById(version)));
        var other = stored.engine(new TermKeys(new IndexKey(fresh)).inUse().keying());
        assertThat(commonest(other)).isNotEqualTo(before);
    }

    private CurrentModel replica(String keys) {
        return new CurrentModel(versions, new TermKeys(new IndexKey(keys)));
    }

    /** How the engine weighs two records that bear the same invented name and nothing else. */
    private static double commonest(MatchingEngine engine) {
        return IntStream.range(0, 120)
                .mapToObj(at -> Invented.demographics(POPULATION.person(at)).forMatching())
                .mapToDouble(who ->
                        engine.score(engine.prepare(who), engine.prepare(who)).weight())
                .sum();
    }

    @Test
    void whoReadsChildDataChangesNoNumbers() {
        Api.as(Callers.leeds()).post(PATH + "/trainings").then().statusCode(403);
        activate(Callers.leeds(), BUILT_IN).statusCode(403);
        activate(registrar(), "no-such-version").statusCode(404);
        Api.anonymous().get(PATH).then().statusCode(401);
    }

    @Test
    void aSearchNamesTheModel() {
        Children.search(Callers.leeds(), named("Nobody", "Atall", "2014", 2))
                .then()
                .body("model", is(BUILT_IN));
    }

    private void addPeople() {
        var agency = new Caller("importer", "", "GB-MODEL", "GB", "child-protection", Set.of(), Set.of(), "");
        var people = IntStream.range(0, 120)
                .mapToObj(at -> new Entrant(Invented.demographics(POPULATION.person(at)), null, null))
                .toList();
        work.runAsSystem(IdentityEvent.PERSON_RECORDED, trail -> records.add(agency, people));
    }

    private static ValidatableResponse activate(Tokens by, String version) {
        return Api.as(by).post(PATH + "/versions/" + version + "/activation").then();
    }

    private static Tokens registrar() {
        return Callers.of("GB-CA", "registrar", Children.PURPOSE);
    }
}
