package eu.waymark.identity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the index brings up for comparison. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class CandidatesTest {

    private static final List<String> GIVEN = List.of(
            "Adalbert", "Bonifatius", "Chrysanth", "Dagobert", "Eberhard", "Fridolin", "Gottlieb", "Hildebrand");

    @Test
    void everyNameAndEveryBirthFindsTheRecord() {
        // Given: more names and births than the engine compares at once
        var names = GIVEN.stream()
                .map(given -> "{\"full\":\"%s Zwiebelturm\",\"type\":\"alias\"}".formatted(given))
                .collect(Collectors.joining(","));
        var births = IntStream.range(0, 8)
                .mapToObj(i -> "\"201" + i + "-05-0" + (i + 1) + "\"")
                .collect(Collectors.joining(","));
        var id =
                Children.recorded(Callers.leeds(), "{\"names\":[" + names + "],\"births\":[" + births + "],\"sex\":1}");

        // When / Then
        requireFound("Hildebrand", "Zwiebelturm", "2017-05-08", id);
        requireFound("Adalbert", "Zwiebelturm", "2010-05-01", id);
    }

    @ParameterizedTest
    @CsvSource({
        "Sigismunda, Habersack, 2013-06-24",
        "Sigismunda, Habersakc, 2013-06-24",
        "Sigismnuda, Habersack, 2013-06-25",
        "Sigismunda, Habrsack, 2013-07-24",
        "Habersack, Sigismunda, 2013-06-24",
        "Sigismunda, Habersack, 2013-24"
    })
    void slipsInNamesAndDatesFindTheRecord(String given, String family, String birth) {
        var id = Children.recorded(Callers.leeds(), Children.named("Sigismunda", "Habersack", "2013-06-24", 2));
        requireFound(given, family, birth.equals("2013-24") ? "2013" : birth, id);
    }

    private static void requireFound(String given, String family, String birth, String id) {
        Children.search(Callers.leeds(), Children.named(given, family, birth, 2))
                .then()
                .statusCode(201)
                .body("candidates.recordId", hasItem(id));
    }

    @Test
    void aKeyThatTooManyShareIsHotAndTheNewestAreStillFound() throws SQLException {
        // Given: a bucket that is full, and the next who would go into it
        var leeds = Callers.leeds();
        var first = Children.recorded(leeds, Children.named("Maximiliana", "Ordinary", "2012-01-20", 2));
        Rows.change("""
                insert into guarded.person_key (key, person)
                select k, -row_number() over () from generate_series(1, 600) n,
                    (select unnest(i.keys) k from guarded.person_index i join guarded.person p on p.no = i.person
                      where p.id = '%s') as keys""".formatted(first));
        Rows.change("""
                insert into guarded.hot_key (key)
                select k from (select unnest(i.keys) k from guarded.person_index i
                    join guarded.person p on p.no = i.person where p.id = '%s') as keys
                on conflict do nothing""".formatted(first));

        // When
        var next = Children.recorded(leeds, Children.named("Maximiliana", "Ordinary", "2011-02-21", 2));

        // Then
        assertThat(Rows.of("""
                select n.k::text from (select unnest(keys) k from guarded.person_index i
                    join guarded.person p on p.no = i.person where p.id = '%s') n
                where n.k in (select key from guarded.hot_key)""".formatted(next))).isEmpty();
        requireFound("Maximiliana", "Ordinary", "2011-02-21", next);
        requireFound("Maximiliana", "Ordinary", "2012-01-20", first);
        Rows.change("delete from guarded.person_key where person < 0");
    }
}
