package eu.waymark.identity.search;

import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ForgettingSearchesTest {

    private static final String EXPIRED = "select count(*) from guarded.search where expires_at < now()";

    @Inject
    ForgettingSearches forgetting;

    @Test
    void whatHasExpiredGoesWithWhomItShowedThoughReplicasForgetTogether() throws SQLException {
        // Given: more than one goes at a time, one of which showed somebody; and a search that is still good
        String person = Children.recorded(Callers.leeds(), named("Mira", "Forgotten", "2014-03-02", 2));
        Rows.change("""
                insert into guarded.search (id, actor, agency, demographics_hash, expires_at)
                select gen_random_uuid(), 'somebody', 'GB-LEEDS', sha256('who'), now() - interval '1 second'
                  from generate_series(1, 12000)""");
        Rows.change(
                "insert into guarded.search_candidate (handle, search_id, person_id) select gen_random_uuid(), id, '"
                        + person + "' from guarded.search where expires_at < now() limit 20");
        String good = Children.search(Callers.leeds(), named("Nobody", "Atall", "2014", 2))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        IntStream.range(0, 3)
                .mapToObj(replica -> CompletableFuture.runAsync(forgetting::run))
                .toList()
                .forEach(CompletableFuture::join);
        forgetting.run();

        // Then
        assertThat(Rows.of(EXPIRED)).containsExactly("0");
        assertThat(Rows.of("select count(*) from guarded.search_candidate where person_id = '" + person + "'"))
                .containsExactly("0");
        assertThat(Rows.of("select count(*) from guarded.search where id = '" + good + "'"))
                .containsExactly("1");
        assertThat(Rows.of("select count(*) from guarded.person where id = '" + person + "'"))
                .containsExactly("1");
    }
}
