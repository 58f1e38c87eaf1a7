package eu.waymark.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

    private static final LoadProgress UNWATCHED = (done, total) -> {};

    @TempDir
    private Path folder;

    private FakeSuite suite;
    private Loader loader;

    @BeforeEach
    void start() throws IOException {
        StateDirectory state = new StateDirectory(folder);
        state.create();
        suite = new FakeSuite();
        Tokens tokens = new Tokens(
                URI.create(suite.address() + "/realms/waymark"), Realm.load(Secrets.open(state)), Clock.systemUTC());
        loader = new Loader(suite.address(), tokens, state);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void allChildrenComeInAndAFourthOfThemIsAtRisk() throws IOException {
        // When
        boolean loaded = loader.load(7, 1000, UNWATCHED);

        // Then
        assertThat(loaded).isTrue();
        assertThat(suite.people).hasSize(1000 + 1).containsKey("DEMO-ANA");
        assertThat(suite.entered).hasSizeBetween(200, 300);
        assertThat(suite.entered).contains(suite.people.get("DEMO-ANA"));
        assertThat(suite.purposes).containsExactly("SYSTEM");
    }

    @Test
    void theDirectoryComesFirstAndAgenciesBeforeTheirDesks() throws IOException {
        loader.load(7, 50, UNWATCHED);

        List<String> kinds = suite.requests.stream()
                .map(request -> request.split("/")[4])
                .filter(kind -> !kind.equals("directory-changes"))
                .distinct()
                .toList();
        assertThat(kinds).containsExactly("agencies", "desks", "measures", "agreements", "imports", "entries");
    }

    @Test
    void whatOneRegistrarProposesAnotherConfirms() throws IOException {
        loader.load(7, 0, UNWATCHED);

        assertThat(suite.proposed).contains("GB-KENT", "GB-ENG-CPP").isEqualTo(suite.confirmed);
    }

    @Test
    void progressReachesTheEnd() throws IOException {
        List<Integer> steps = new CopyOnWriteArrayList<>();

        loader.load(7, 300, (done, total) -> steps.add(done));

        assertThat(steps).contains(300).allMatch(done -> done > 0 && done <= 300);
    }

    @Test
    void theSameAgainLoadsNothing() throws IOException {
        // Given
        loader.load(7, 100, UNWATCHED);
        int requests = suite.requests.size();

        // When
        boolean loaded = loader.load(7, 100, UNWATCHED);

        // Then
        assertThat(loaded).isFalse();
        assertThat(suite.requests).hasSize(requests);
    }

    @Test
    void moreOfTheSameSeedAddsToWhatIsThere() throws IOException {
        // Given
        loader.load(7, 100, UNWATCHED);
        Set<String> before = new HashSet<>(suite.people.keySet());

        // When
        loader.load(7, 150, UNWATCHED);

        // Then
        assertThat(suite.people.keySet()).containsAll(before).hasSize(150 + 1);
    }

    @Test
    void anInterruptedLoadIsTakenUpAgain() throws IOException {
        // Given
        suite.refused = "/api/register/v1/entries";
        assertThatThrownBy(() -> loader.load(7, 100, UNWATCHED)).isInstanceOf(SandboxProblem.class);

        // When
        suite.refused = "nothing";
        boolean loaded = loader.load(7, 100, UNWATCHED);

        // Then
        assertThat(loaded).isTrue();
        assertThat(suite.people).hasSize(100 + 1);
        assertThat(suite.entered).isNotEmpty();
    }

    @Test
    void whatIsRefusedIsNamedWithTheReasonOfTheService() {
        suite.refused = "/api/identity/v1/imports";

        assertThatThrownBy(() -> loader.load(7, 100, UNWATCHED))
                .isInstanceOf(SandboxProblem.class)
                .hasMessage(
                        "The import of portal-gb was refused: 422 invalid-fields births[0] is not a day of the calendar");
    }

    @Test
    void aBusyGatewayIsAskedAgainWhenItSays() throws IOException {
        suite.busy.set(1);

        loader.load(7, 50, UNWATCHED);

        assertThat(suite.people).hasSize(50 + 1);
    }

    @Test
    void noChildrenMeansTheDirectoryAndTheStoriesOnly() throws IOException {
        loader.load(7, 0, UNWATCHED);

        assertThat(suite.people).containsOnlyKeys("DEMO-ANA");
    }
}
