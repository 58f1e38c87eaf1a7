package eu.waymark.register.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import eu.waymark.register.sealing.Attacker.Observed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From all that anybody gets nobody learns where a hidden child is, nor that one is hidden (invariant 8). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class TriangulationTest {

    /** All twenty take two minutes: {@code -Dwaymark.triangulation.areas=20}. */
    private static final int HOW_MANY = Integer.getInteger("waymark.triangulation.areas", 8);

    private static final List<String> AREAS = IntStream.rangeClosed(1, HOW_MANY)
            .mapToObj("GB-AREA-%02d"::formatted)
            .toList();
    private static final int EACH = 2;
    private static final int ROUNDS = 40;

    /** What a careless hand might write: the notice of a decision comes from whoever is really responsible. */
    private static final String LEAK = """
            create function guarded.leak() returns trigger language plpgsql security definer as $$
            begin
                new.from_agency := coalesce((select responsible from guarded.sealing
                    where person_record_id = new.person_record_id and unsealed_at is null), new.from_agency);
                return new;
            end $$;
            create trigger leak before insert on guarded.notification for each row execute function guarded.leak()""";

    private static final String MEND = "drop trigger leak on guarded.notification; drop function guarded.leak()";

    @BeforeEach
    void directory() {
        Hidden.directory();
        AREAS.forEach(Scene::agency);
        Scene.agency("GB-NHS");
    }

    @Test
    void nobody_learns_where_a_child_is_nor_that_one_is_hidden() throws SQLException {
        // Given
        var hidden = new ArrayList<Observed>();
        var open = new ArrayList<Observed>();
        for (var area : repeated()) {
            hidden.add(new Observed(area, observed(area)));
            if (hidden.size() % EACH == 0) {
                open.add(new Observed("open", observed("")));
            }
        }

        // When
        var places = new Attacker().rightGuesses(hidden);
        var both = Stream.concat(
                        hidden.stream().limit(open.size()).map(child -> new Observed("hidden", undecided(child))),
                        open.stream().map(child -> new Observed("open", undecided(child))))
                .toList();
        var seals = new Attacker().rightGuesses(both);

        // Then
        assertThat(hidden.getFirst().calls().get("after.events"))
                .as("what compliance sees")
                .contains("register.entry.workers.named", "register.check.answered", "register.disclosure.requested");
        assertThat(places)
                .as("right guesses among %d areas; differing: %s", AREAS.size(), differing(hidden))
                .isLessThan(Attacker.beyondChance(hidden.size(), 1.0 / AREAS.size()));
        assertThat(seals)
                .as("right guesses whether one is hidden; differing: %s", differing(both))
                .isLessThan(Attacker.beyondChance(both.size(), 0.5));
    }

    @Test
    void the_same_attacker_finds_an_area_that_a_notice_names() throws SQLException {
        // Given
        asOwner(LEAK);
        try {
            // When: after one more, whose answers are the first in some inbox
            var hidden = new ArrayList<Observed>();
            found(AREAS.getFirst());
            for (var area : repeated().subList(0, AREAS.size())) {
                hidden.add(new Observed(area, found(area)));
            }

            // Then
            assertThat(new Attacker().rightGuesses(hidden))
                    .as("of %d among %d areas", hidden.size(), hidden.size() / EACH)
                    .isGreaterThanOrEqualTo(Attacker.beyondChance(hidden.size(), (double) EACH / hidden.size()));
        } finally {
            asOwner(MEND);
        }
    }

    private static Map<String, String> found(String area) {
        var person = Scene.person("GB-KENT");
        var entry = Hidden.entry(person);
        var observers = new Observers(person, entry);
        hide(entry, area, observers);
        decide(observers, entry, area);
        return observers.calls();
    }

    @Test
    void the_time_of_an_answer_does_not_tell_either() {
        // Given
        var children = Stream.of("", AREAS.getFirst())
                .map(area -> {
                    var person = Scene.person("GB-KENT");
                    var entry = Hidden.entry(person);
                    var observers = new Observers(person, entry);
                    hide(entry, area, observers);
                    return new Timed(person, entry);
                })
                .toList();

        // When
        for (var round = 0; round < ROUNDS; round++) {
            children.get(round % 2).ask();
            children.get(1 - round % 2).ask();
        }

        // Then
        assertThat(Attacker.rankDifference(children.getFirst().checks, children.getLast().checks))
                .as("standard deviations between the ranks of checks")
                .isBetween(-4.0, 4.0);
        assertThat(Attacker.rankDifference(children.getFirst().reads, children.getLast().reads))
                .as("standard deviations between the ranks of readings")
                .isBetween(-4.0, 4.0);
    }

    @Test
    void a_rank_test_finds_a_twentieth_of_a_difference() {
        var quick = IntStream.range(0, ROUNDS).mapToObj(i -> 1_000L + i % 40).toList();
        var slow = quick.stream().map(time -> time + 50).toList();
        assertThat(Attacker.rankDifference(slow, quick)).isGreaterThan(4);
    }

    /** How long the answers about one child take. */
    private record Timed(UUID person, String entry, List<Long> checks, List<Long> reads) {

        Timed(UUID person, String entry) {
            this(person, entry, new ArrayList<>(), new ArrayList<>());
        }

        void ask() {
            var observers = new Observers(person, entry);
            Scene.found(person, Scene.CERTAIN);
            observers.check(observers.claire);
            checks.add(timed(() -> observers.check(observers.claire)));
            reads.add(timed(() -> Observers.get(observers.colleague, Scene.ENTRIES + "/" + entry)));
        }

        private static long timed(Runnable call) {
            var start = System.nanoTime();
            call.run();
            return System.nanoTime() - start;
        }
    }

    private static List<String> repeated() {
        return AREAS.stream()
                .flatMap(area -> Collections.nCopies(EACH, area).stream())
                .toList();
    }

    /** All that is observed about a new child, hidden in an area or, where it is empty, named anew as usual. */
    private static Map<String, String> observed(String area) throws SQLException {
        var person = Scene.person("GB-KENT");
        var entry = Hidden.entry(person);
        var observers = new Observers(person, entry);
        observers.glance("before");
        hide(entry, area, observers);
        observers.collect("after");
        end(entry);
        observers.glance("ended");
        var calls = new TreeMap<>(observers.calls());
        calls.putAll(reopened(person, entry, area));
        return Map.copyOf(calls);
    }

    /** The old agency ends what it sees as that of a wrong child, and enters the child anew. */
    private static Map<String, String> reopened(UUID person, String first, String area) throws SQLException {
        var observers = new Observers(person, Hidden.entry(person));
        observers.collect("reopened");
        decide(observers, first, area);
        return observers.calls();
    }

    private static void end(String entry) {
        Api.as(Scene.sarah(), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"wrong-child\",\"decidedOn\":\"%s\"}"
                        .formatted(LocalDate.now().minusYears(2)))
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
    }

    private static void hide(String entry, String area, Observers observers) {
        if (area.isEmpty()) {
            Api.as(Hidden.sam(), Hidden.PLAN)
                    .header("If-Match", "\"1\"")
                    .body("{\"workers\":[{\"subject\":\"practitioner-GB-KENT\"}]}")
                    .put(Scene.ENTRIES + "/" + entry + "/workers")
                    .then()
                    .statusCode(200);
        } else {
            Hidden.seal(Hidden.sam(), entry, area).statusCode(204);
        }
    }

    private static void decide(Observers observers, String entry, String area) {
        var request = observers.request();
        var hidden = area.isEmpty() ? "" : Hidden.truth(entry, area);
        Tokens by = area.isEmpty() ? Scene.sarah() : Hidden.nadia(area);
        var path = area.isEmpty() ? Scene.DISCLOSURES : Hidden.SEALED + "/" + hidden + "/requests";
        Api.as(by, Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"refuse\",\"reason\":\"not-necessary\"}")
                .post(path + "/" + request + "/decisions")
                .then()
                .statusCode(200);
        observers.collectDecision(request);
    }

    /** Without what follows a decision: who of the old agency decided is in its own trail (ADR 27 names it). */
    private static Map<String, String> undecided(Observed child) {
        return child.calls().entrySet().stream()
                .filter(call -> !call.getKey().startsWith("decision"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> differing(List<Observed> children) {
        return children.getFirst().calls().keySet().stream()
                .filter(call -> children.stream()
                                .map(child -> child.calls().get(call))
                                .collect(Collectors.toSet())
                                .size()
                        > 1)
                .toList();
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
