package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Passing;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes to the old agency's entry (looks, requests, a broken glass, its end) comes to the named workers. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class BehindTheSealTest {

    private static final String ACCEPT = "{\"decision\":\"accept\",\"necessity\":\"Lyon assesses the same child.\"}";

    private UUID person;
    private String entry;

    @BeforeEach
    void known() {
        Hidden.directory();
        person = Scene.person("GB-KENT");
        entry = Hidden.entry(person);
    }

    @Test
    void who_looks_is_told_to_the_named_workers_and_no_more_to_the_old_agency() {
        // Given
        var colleague = Hidden.worker("colleague-" + UUID.randomUUID(), "GB-KENT", "practitioner");
        var before = Hidden.anybodyAbroad();
        Hidden.check(before, person);
        var looks = Scene.ENTRIES + "/" + entry + "/lookups";
        Hidden.get(Scene.sarah(), looks).body("items", hasSize(1));
        Hidden.get(colleague, looks).body("items", empty());
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Hidden.check(Hidden.anybodyAbroad(), person);
        Hidden.check(colleague, person);

        // Then
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/looks")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[1].agency", equalTo("FR-69-CRIP"));
        Hidden.get(Scene.sarah(), looks).body("items", hasSize(1));
        Hidden.get(colleague, looks).body("items", hasSize(1));
        assertThat(told(Scene.sarah(), entry)).isEqualTo(1);
        assertThat(told(colleague, entry)).isZero();
    }

    private static long told(Tokens by, String entry) {
        List<String> references = Api.as(by, Scene.ASSESS)
                .get(Scene.NOTIFICATIONS + "?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == 'look-confirmed' }.reference");
        return references.stream().filter(entry::equals).count();
    }

    @Test
    void a_request_for_content_is_decided_behind_the_seal_and_answered_by_the_country() {
        // Given
        var claire = Hidden.anybodyAbroad();
        var sealed = Hidden.sealed(entry, YORK);
        var request = Api.as(claire, Scene.ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body("{\"handle\":\"" + Hidden.check(claire, person) + "\"}")
                .post(Scene.DISCLOSURES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Hidden.get(Scene.sarah(), Scene.DISCLOSURES + "/" + request).statusCode(404);
        Hidden.get(Scene.sarah(), Scene.DISCLOSURES).body("items.id", not(hasItem(request)));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/requests").body("items[0].id", equalTo(request));

        // When
        Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body(ACCEPT)
                .post(SEALED + "/" + sealed + "/requests/" + request + "/decisions")
                .then()
                .statusCode(200);

        // Then
        Hidden.get(claire, Scene.DISCLOSURES + "/" + request)
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("content.contact.code", equalTo("GB-NATIONAL"))
                .body(not(containsString("YORK")));
        Hidden.get(claire, Scene.NOTIFICATIONS).body("items[0].fromAgency", equalTo("GB"));
        Hidden.post(Hidden.owen(YORK), SEALED + "/" + sealed + "/requests/" + UUID.randomUUID() + "/decisions", ACCEPT)
                .statusCode(404);
    }

    @Test
    void who_breaks_the_glass_is_told_behind_the_seal() {
        // Given
        Scene.agency("GB-NHS");
        var sealed = Hidden.sealed(entry, YORK);
        var doctor = Tokens.person("doctor-" + UUID.randomUUID())
                .agency("GB-NHS")
                .country("GB")
                .agencyType("health")
                .roles("practitioner")
                .purposes("CP-EMERGENCY", Scene.ASSESS);

        // When
        var handle = Hidden.check(doctor, person);
        var opened = Api.as(doctor, "CP-EMERGENCY")
                .body("{\"reason\":\"Found injured at the station.\",\"handle\":\"" + handle + "\"}")
                .post("/api/register/v1/emergency-access")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        // Then
        Hidden.get(Scene.sarah(), Scene.NOTIFICATIONS).body("items.reference", not(hasItem(opened)));
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("emergency-opened")));
    }

    @Test
    void what_the_old_agency_does_goes_on_and_is_told_and_ending_it_ends_no_protection() throws SQLException {
        // Given
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Api.as(Scene.sarah(), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"%s\"}"
                        .formatted(LocalDate.now().minusYears(2)))
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200)
                .body("status", equalTo("ended"));

        // Then
        Passing.sinceTheEndOf(entry, 400);
        assertThat(Hidden.check(Hidden.anybodyAbroad(), person)).isNotNull();
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("front-ended")));
        var open = Scene.person("GB-KENT");
        var itsEntry = Hidden.entry(open);
        Hidden.end(itsEntry);
        Passing.sinceTheEndOf(itsEntry, 400);
        assertThat(Hidden.check(Hidden.anybodyAbroad(), open))
                .as("one that is not sealed")
                .isNull();
    }
}
