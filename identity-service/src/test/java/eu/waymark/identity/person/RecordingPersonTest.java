package eu.waymark.identity.person;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.following;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class RecordingPersonTest {

    private static final String PATH = "/api/identity/v1/persons";
    private static final String CHILD = named("Anna", "Koval", "2014~", 2);

    @Test
    void withoutATokenNothingIsRecorded() {
        Api.anonymous()
                .body(following(UUID.randomUUID().toString(), CHILD))
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void aSystemDoesNotRecordOnePerson() {
        Api.as(Callers.leedsSystem(), "SYSTEM")
                .body(following(UUID.randomUUID().toString(), CHILD))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void aSearchComesFirst() {
        Children.record(Callers.leeds(), UUID.randomUUID().toString(), CHILD)
                .then()
                .statusCode(422)
                .body("code", is("search-mismatch"));
        Api.as(Callers.leeds(), PURPOSE)
                .body(CHILD)
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", is("invalid-fields"));
    }

    @Test
    void whatWasSearchedForIsRecorded() {
        // Given
        var caller = Callers.leeds();
        var search = Children.searchId(caller, CHILD);

        // When
        var recorded = Children.record(caller, search, CHILD).then().statusCode(201);

        // Then
        String id = recorded.extract().path("id");
        recorded.header("Location", endsWith(PATH + "/" + id))
                .header("ETag", "\"1\"")
                .body("agency", is("GB-LDS"))
                .body("country", is("GB"))
                .body("names[0].given", is("Anna"))
                .body("names[0].family", is("Koval"))
                .body("births", is(List.of("2014~")))
                .body("sex", is(2))
                .body("version", is(1));
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.person.recorded");
        assertThat(event.path("resource").asText()).isEqualTo(id);
        assertThat(event.path("subjects")).hasSize(1);
    }

    @Test
    void theOtherServicesAreToldInTheSameTransaction() throws SQLException {
        // When
        var id = Children.recorded(Callers.leeds(), named("Ignatius", "Thornbury", "2016-06-06", 1));

        // Then
        try (var owner = Database.asOwner();
                var query = owner.prepareStatement("""
                        select f.type, f.data::jsonb ->> 'recordId' = p.id::text and f.data::jsonb ->> 'tag' = p.tag
                        from fact_outbox f join guarded.person p on p.id = f.subject where f.subject = ?""")) {
            query.setObject(1, UUID.fromString(id));
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("person.created");
                assertThat(row.getBoolean(2)).isTrue();
            }
        }
    }

    @Test
    void anotherPersonsSearchIsNobodys() {
        // Given
        var search = Children.searchId(Callers.leeds(), CHILD);

        // When / Then
        Children.record(Callers.leeds(), search, CHILD).then().statusCode(422).body("code", is("search-mismatch"));
    }

    @Test
    void onlyWhatWasSearchedForIsRecorded() {
        // Given
        var caller = Callers.leeds();
        var search = Children.searchId(caller, CHILD);

        // When
        Children.record(caller, search, named("Anna", "Koval", "2013~", 2))
                .then()
                .statusCode(422)
                .body("code", is("search-mismatch"));

        // Then: the search is not used up
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("search-mismatch");
        Children.record(caller, search, CHILD).then().statusCode(201);
    }

    @Test
    void aSearchExpires() throws SQLException {
        // Given
        var caller = Callers.leeds();
        var search = Children.searchId(caller, CHILD);
        try (var owner = Database.asOwner();
                var update = owner.prepareStatement(
                        "update guarded.search set expires_at = now() - interval '1 second' where id = ?")) {
            update.setObject(1, UUID.fromString(search));
            update.executeUpdate();
        }

        // When / Then
        Children.record(caller, search, CHILD).then().statusCode(410).body("code", is("search-expired"));
    }

    @Test
    void ofTwoRecordsAtOnceWithOneSearchOneIsMade() throws Exception {
        // Given
        var caller = Callers.leeds();
        var child = named("Bartholomew", "Ashdown", "2012-12-12", 1);
        var search = Children.searchId(caller, child);
        Callable<Integer> attempt = () -> Children.record(caller, search, child).statusCode();

        // When
        List<Future<Integer>> answers;
        try (var two = Executors.newFixedThreadPool(2)) {
            answers = two.invokeAll(List.of(attempt, attempt));
        }

        // Then
        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        Children.search(caller, child).then().statusCode(201).body("candidates.size()", is(1));
    }

    @Test
    void aRequestThatIsSentTwiceRecordsOnePerson() {
        // Given
        var caller = Callers.leeds();
        var child = named("Cordelia", "Winterbourne", "2015-08-01", 2);
        var body = following(Children.searchId(caller, child), child);
        var token = caller.sign();

        // When
        String first = send(token, body);
        String again = send(token, body);

        // Then
        assertThat(again).isEqualTo(first);
    }

    private static String send(String token, String body) {
        return Api.as(token)
                .header("Purpose-Of-Use", PURPOSE)
                .header("Idempotency-Key", "cordelia-1")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
