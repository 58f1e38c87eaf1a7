package eu.waymark.identity.review;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.review.Border.SAME;
import static eu.waymark.identity.review.Border.claim;
import static eu.waymark.identity.review.Border.confirm;
import static eu.waymark.identity.review.Border.decide;
import static eu.waymark.identity.review.Border.identity;
import static eu.waymark.identity.review.Border.onlyRecord;
import static eu.waymark.identity.review.Border.queue;
import static eu.waymark.identity.review.Border.recorded;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person may do to records of their agency when another agency's record hangs on them. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ReachOfLinksTest {

    @Inject
    FindingPairs finding;

    private Border border;
    private String first = "";
    private String theirs = "";
    private String second = "";

    /** Leeds has two records, the first of which is linked with Rotterdam's by two people. */
    @BeforeEach
    void aLinkAcrossTheBorder() {
        border = new Border(finding);
        linkByTwo(border.pair());
        first = onlyRecord(border.leeds);
        theirs = onlyRecord(border.rotterdam);
        second = recorded(border.leeds, border.given, border.family, border.birth);
    }

    @Test
    void onePersonBringsNoFurtherRecordToAnothersChild() {
        link(first, second, "same").statusCode(403).body("code", is("second-person-needed"));
        identity(border.rotterdam, theirs).body("records", hasSize(2));
        assertThatThrownBy(() -> Rows.change("""
                insert into guarded.edge (id, order_no, record_a, record_b, verdict, reason, decided_by, agency,
                    model_version, bits, wrapped_key, evidence, decided_at)
                select gen_random_uuid(), 0, least('%1$s'::uuid, '%2$s'::uuid), greatest('%1$s'::uuid, '%2$s'::uuid), 'SAME',
                    'RECORDS_AGREE', 'somebody', 'GB', '1', 0, 'x', 'x', now()""".formatted(first, second)))
                .hasMessageContaining("linked by two people");
    }

    /** The twin: two records of which nothing foreign hangs are still one person's to link. */
    @Test
    void onePersonLinksTwoRecordsOnWhichNobodyElsesHangs() {
        var third = recorded(border.leeds, border.given, border.family, border.birth);
        link(second, third, "same").statusCode(201);
        identity(border.leeds, third).body("records", hasSize(2));
    }

    @Test
    void onePersonTakesApartNothingThatTwoHaveLinkedByWayOfAThird() {
        // Given: the second record is linked with Rotterdam's by two people as well
        finding.run();
        linkByTwo(queue(border.rotterdam).extract().path("items[0].id"));
        identity(border.leeds, second).body("records", hasSize(3));

        // When / Then
        link(first, second, "different").statusCode(403).body("code", is("forbidden"));
        identity(border.leeds, second).body("records", hasSize(3));
    }

    private void linkByTwo(String review) {
        claim(border.leeds, review).statusCode(200);
        decide(border.leeds, review, SAME).statusCode(200);
        claim(border.rotterdam, review).statusCode(200);
        confirm(border.rotterdam, review, true).statusCode(200).body("status", is("decided"));
    }

    private ValidatableResponse link(String one, String other, String verdict) {
        return Api.as(border.leeds, PURPOSE)
                .body("{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(
                                one, other, verdict, verdict.equals("same") ? "records-agree" : "records-contradict"))
                .post("/api/identity/v1/links")
                .then();
    }
}
