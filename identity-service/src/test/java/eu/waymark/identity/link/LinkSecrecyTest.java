package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static eu.waymark.identity.link.LinkingAgency.AGENCY;
import static eu.waymark.identity.link.LinkingAgency.IDENTITIES;
import static eu.waymark.identity.link.LinkingAgency.LINKS;
import static eu.waymark.identity.link.LinkingAgency.decide;
import static eu.waymark.identity.link.LinkingAgency.identity;
import static eu.waymark.identity.link.LinkingAgency.link;
import static eu.waymark.identity.link.LinkingAgency.read;
import static eu.waymark.identity.link.LinkingAgency.recorded;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may link, and what nobody else learns of it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LinkSecrecyTest {

    private static final String DECISIONS = "What people decided about this record";

    private final Tokens worker = LinkingAgency.worker();

    @Test
    void whoMayNotLinkIsToldSo() {
        var body = link(UUID.randomUUID().toString(), UUID.randomUUID().toString(), "same");
        Api.anonymous().body(body).post(LINKS).then().statusCode(401);
        Api.as(Callers.compliance(), "AUDIT").body(body).post(LINKS).then().statusCode(403);
        Api.as(worker, "IMMIGRATION-ENFORCEMENT")
                .body(body)
                .post(LINKS)
                .then()
                .statusCode(403)
                .body("code", is("purpose-forbidden"));
    }

    @Test
    void anotherAgencysRecordAnswersAsAnUnknownOne() {
        // Given
        var own = recorded("Perpetua", "Ashgrove");
        var foreign = Children.recorded(
                Callers.of("GB-OTHERS", "practitioner", PURPOSE), named("Perpetua", "Ashgrove", "2012-01-02", 2));

        // When
        var refused =
                decide(worker, own, foreign, "same").statusCode(404).extract().<String>path("detail");

        // Then
        assertThat(refused)
                .isEqualTo(decide(worker, own, UUID.randomUUID().toString(), "same")
                        .statusCode(404)
                        .extract()
                        .path("detail"));
        decide(worker, own, own, "same").statusCode(422);
    }

    @Test
    void strangersLearnNothingOfAnIdentityOrALink() {
        // Given
        var one = recorded("Wilhelmina", "Oakenshaw");
        var other = recorded("Vilhelmina", "Oakenshaw");
        var link = decide(worker, one, other, "same").statusCode(201).extract().<String>path("id");
        var id = identity(one).extract().<String>path("id");
        var stranger = Callers.of("GB-STRANGERS", "practitioner", PURPOSE);

        // Then
        for (var path : List.of(IDENTITIES + id, LINKS + "/" + link, IDENTITIES + "of-record/" + one)) {
            var unknown = path.substring(0, path.lastIndexOf('/') + 1) + UUID.randomUUID();
            assertThat(read(stranger, path).statusCode(404).extract().<String>path("detail"))
                    .isEqualTo(read(stranger, unknown).statusCode(404).extract().path("detail"));
        }
        read(stranger, LINKS).statusCode(200).body("items.id", not(org.hamcrest.Matchers.hasItem(link)));
        read(worker, LINKS).statusCode(200).body("items.id", org.hamcrest.Matchers.hasItem(link));
    }

    @Test
    void theEvidenceIsKeptAsItWasAndNoDumpShowsIt() throws SQLException {
        // Given
        var one = recorded("Clementine", "Pemberton");
        var other = recorded("Clementina", "Pemberton");

        // When
        Api.as(worker, PURPOSE)
                .body(link(one, other, "same").replace("}", ",\"note\":\"Both know the lighthouse.\"}"))
                .post(LINKS)
                .then()
                .statusCode(201);

        // Then
        assertThat(Rows.dump()).doesNotContain("lighthouse").doesNotContain("clementin");
        assertThat(Rows.of(
                        "select length(evidence)::text from guarded.edge where record_a = '" + min(one, other) + "'"))
                .singleElement()
                .satisfies(length -> assertThat(Integer.parseInt(length)).isGreaterThan(500));
    }

    @Test
    void aPersonLearnsThatRecordsWereComparedAndNothingOfTheOther() {
        // Given
        var one = recorded("Kunigunde", "Asked");
        var other = recorded("Kunigund", "Aksed");
        export(one).body("sections.title", not(hasItem(DECISIONS)));

        // When
        decide(worker, one, other, "same").statusCode(201);

        // Then
        var told =
                export(one).body("sections.title", hasItem(DECISIONS)).extract().asString();
        assertThat(told).doesNotContain(other).doesNotContain("Aksed");
    }

    private static ValidatableResponse export(String record) {
        return Api.as(Callers.of(AGENCY, "manager", "SUBJECT-ACCESS"), "SUBJECT-ACCESS")
                .get("/api/identity/v1/persons/" + record + "/subject-access")
                .then()
                .statusCode(200);
    }

    private static String min(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
