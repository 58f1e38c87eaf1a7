package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exclusions, alerts and travel flags show themselves to others, so behind a seal nobody sets one (ADR 27). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class SetOnTheFrontTest {

    private static final Tokens NADIA = Hidden.worker("nadia-" + YORK, YORK, "supervisor");

    private String entry;
    private String sealed;

    @BeforeEach
    void known() {
        Hidden.directory();
        entry = Hidden.entry(Scene.person("GB-KENT"));
        sealed = Hidden.sealed(entry, YORK);
    }

    @Test
    void who_knows_the_truth_sets_none_and_is_answered_as_anybody() {
        assertThat(set(NADIA)).containsExactly(404, 404, 404);
        assertThat(set(Hidden.worker("nobody", "GB-LEEDS", "supervisor"))).containsExactly(404, 404, 404);
    }

    @Test
    void the_old_agency_goes_on_setting_them_and_that_is_not_told_behind_the_seal() {
        assertThat(set(Hidden.sam())).containsExactly(201, 201, 201);
        Hidden.get(NADIA, SEALED + "/" + sealed + "/notices").body("items", empty());
    }

    @Test
    void from_the_unsealing_on_it_is_for_those_who_knew() {
        // Given
        var proposal = Hidden.post(NADIA, SEALED + "/" + sealed + "/unsealings", "")
                .statusCode(201)
                .extract()
                .<String>path("id");

        // When
        Hidden.post(Hidden.owen(YORK), "/api/register/v1/sealed-proposals/" + proposal + "/confirmation", "")
                .statusCode(204);

        // Then
        assertThat(set(NADIA)).containsExactly(201, 201, 201);
        assertThat(set(Hidden.sam())).containsExactly(404, 404, 404);
    }

    /** What somebody is answered who sets an exclusion, an alert and a flag. */
    private List<Integer> set(Tokens by) {
        return List.of(
                set(by, Scene.ENTRIES + "/" + entry + "/exclusions", """
                        {"kind":"agency","party":"FR-69-CRIP","reason":"conflict-of-interest"}"""),
                set(by, "/api/register/v1/alerts", """
                        {"entryId":"%s","kind":"at-risk","to":[{"country":"GB","agency":"GB-LEEDS"}],
                         "actions":["locate"],"validUntil":"%s"}""".formatted(
                                entry, LocalDate.now().plusDays(20))),
                set(by, "/api/register/v1/travel-flags", """
                        {"entryId":"%s","ground":"forced-marriage","decisionMaker":"Family Court at Leeds",
                         "endsOn":"%s","pointer":"GB-2026-4711","startsOn":"%s"}""".formatted(
                                entry, LocalDate.now().plusMonths(6), LocalDate.now())));
    }

    private static int set(Tokens by, String path, String body) {
        return Hidden.post(by, path, body).extract().statusCode();
    }
}
