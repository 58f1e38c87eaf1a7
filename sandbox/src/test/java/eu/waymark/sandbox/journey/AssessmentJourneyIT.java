package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenario S6: one assessment of a child, by everybody who met her, each answering for its own section. */
class AssessmentJourneyIT {

    private static final String ASSESSMENTS = "/api/referral/v1/assessments";

    private static Waymark waymark;
    private static Instant began;

    private final Person sarahInKent = waymark.practitioner("sarah.gb");
    private final Person susanInKent = waymark.practitioner("susan.gb");
    private final Person peterOfThePolice = waymark.person("pc.gb").stating("CP-TRAFFICKING");
    private final Person ninaTheNurse = waymark.practitioner("nina.gb");
    private final Person theoTheTeacher = waymark.practitioner("theo.gb");
    private final Person isabelOfImmigration = waymark.person("isa.gb").stating("IMMIGRATION-SAFEGUARDING");
    private final Person ivanOfEnforcement = waymark.person("ivan.gb").stating("IMMIGRATION-ENFORCEMENT");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
        began = Clock.systemUTC().instant();
    }

    @Test
    void everybodyWritesOneAssessmentAndNobodyApprovesTheirOwn() {
        // Given step 1: social care opens it, and asks the others
        var record = Casework.record(sarahInKent, Child.YARA);
        var opened = sarahInKent
                .post(ASSESSMENTS, opening(record, "GB-MET", "GB-KENT-NHS", "GB-KENT-SCH", "GB-IS"))
                .expect(201);
        var assessment = ASSESSMENTS + "/" + opened.id();
        assertThat(opened.string("dueAt")).isNotBlank();
        assertThat(ivanOfEnforcement.get(assessment).status()).isEqualTo(403);

        // Then: there is one of a child
        var second = sarahInKent.post(ASSESSMENTS, opening(record));
        assertThat(second.code()).isEqualTo("assessment-open");
        assertThat(second.body().at("/current/assessment").asText()).isEqualTo(opened.id());

        // When step 2 and 3: each writes and signs its own, the police dissent
        var drafted = write(peterOfThePolice, assessment, 0, "Found at the station.");
        assertThat(sarahInKent.get(assessment).expect(200).text()).doesNotContain("station");
        write(peterOfThePolice, assessment, 1, "Found at the bus station.");
        var late = peterOfThePolice.having(drafted).put(assessment + "/own-section", section("Found at the docks."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().at("/current/theirs/facts/0/text").asText()).isEqualTo("Found at the bus station.");
        assertThat(late.body().at("/current/yours/facts/0/text").asText()).isEqualTo("Found at the docks.");
        peterOfThePolice
                .having(peterOfThePolice.get(assessment + "/sections/GB-MET").expect(200))
                .post(
                        assessment + "/own-section/sign-offs",
                        Casework.json().put("dissent", "We would not wait for the interview."))
                .expect(200);
        contribute(sarahInKent, assessment);
        contribute(ninaTheNurse, assessment);
        contribute(isabelOfImmigration, assessment);

        // Then
        assertThat(theoTheTeacher.get(assessment).expect(200).text())
                .contains("We would not wait")
                .doesNotContain("neighbour");
        assertThat(sarahInKent.get(assessment).expect(200).text()).contains("neighbour");

        // When step 4: the school is late
        assertThat(approve(sarahInKent, assessment).status()).isEqualTo(403);
        approve(susanInKent, assessment).expect(200);
        assertThat(close(assessment, Casework.json()).code()).isEqualTo("section-late");
        var reasons = Casework.json();
        reasons.putArray("lateSections")
                .addObject()
                .put("agency", "GB-KENT-SCH")
                .put("reason", "The school is closed until September.");
        assertThat(close(assessment, reasons).code()).isEqualTo("open-gates");
        takeSteps(assessment);
        close(assessment, reasons).expect(200);

        // When step 5: new facts
        var closed = sarahInKent.get(assessment).expect(200);
        sarahInKent
                .having(closed)
                .post(assessment + "/editions", Casework.json().put("reason", "A sister was found."))
                .expect(200);

        // Then
        assertThat(sarahInKent
                        .get(assessment)
                        .expect(200)
                        .body()
                        .path("edition")
                        .asInt())
                .isEqualTo(2);
        assertThat(ninaTheNurse.get(assessment + "?edition=1").expect(200).string("status"))
                .isEqualTo("closed");
        new AuditTrail(waymark.compliance("carol.gb"), began)
                .awaitTypes(List.of(
                        "referral.assessment.opened",
                        "referral.assessment.section-signed",
                        "referral.assessment.approved",
                        "referral.assessment.closed",
                        "referral.assessment.reopened"));
    }

    @Test
    void theBenefitsAgencyWritesThroughALinkThatWorksOnceAndShowsNothing() {
        // Given
        var record = Casework.record(sarahInKent, Child.MILICA);
        var assessment = sarahInKent.post(ASSESSMENTS, opening(record)).expect(201);
        var asked = sarahInKent
                .post(
                        "/api/referral/v1/contributions",
                        Casework.json()
                                .put("personRecordId", record)
                                .put("writer", "benefits")
                                .put("aboutKind", "assessment")
                                .put("aboutId", assessment.id())
                                .put("ask", "Which claims name this child?"))
                .expect(201);

        // When
        var receipt = submit(asked, "Three claims for the same child.").expect(201);

        // Then
        assertThat(receipt.text()).doesNotContain(assessment.id()).doesNotContain(record);
        assertThat(submit(asked, "And a fourth.").status()).isEqualTo(410);
        assertThat(sarahInKent
                        .get("/api/referral/v1/contributions/" + asked.id())
                        .expect(200)
                        .string("text"))
                .isEqualTo("Three claims for the same child.");
    }

    private static Answer submit(Answer asked, String text) {
        return waymark.send(waymark.request(asked.string("submitTo"))
                .header("Content-Type", "application/json")
                .header(asked.string("header"), asked.string("code"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        Casework.json().put("text", text).toString())));
    }

    private static void contribute(Person by, String assessment) {
        var written = write(by, assessment, 0, "Seen twice this month.");
        by.having(written)
                .post(assessment + "/own-section/sign-offs", Casework.json())
                .expect(200);
    }

    private static Answer write(Person by, String assessment, int seen, String fact) {
        return by.seeing(seen).put(assessment + "/own-section", section(fact)).expect(200);
    }

    private static ObjectNode section(String fact) {
        var section = Casework.json().put("childsWords", "I want to stay with my sister.");
        section.putArray("facts").addObject().put("text", fact).put("source", "Own records");
        section.putArray("opinions").addObject().put("text", "She is afraid.");
        section.putArray("thirdParty").addObject().put("text", "A neighbour heard crying.");
        section.putArray("factors").add("10A");
        return section;
    }

    private static Answer approve(Person by, String assessment) {
        return by.having(by.get(assessment).expect(200)).post(assessment + "/approvals", Casework.json());
    }

    /** What the English guideline demands before an assessment is closed. */
    private void takeSteps(String assessment) {
        var steps = "/api/referral/v1/guideline-steps" + assessment.substring(assessment.lastIndexOf('/'));
        for (var step : List.of("EN-ASM-SEEN", "EN-ASM-STRATEGY")) {
            sarahInKent
                    .post(steps + "/" + step + "/completions", Casework.json())
                    .expect(200);
        }
    }

    private Answer close(String assessment, ObjectNode reasons) {
        return sarahInKent
                .having(sarahInKent.get(assessment).expect(200))
                .post(assessment + "/closings", reasons.put("learned", "nothing-new"));
    }

    private static ObjectNode opening(String record, String... agencies) {
        var opening = Casework.json().put("personRecordId", record).put("reason", "Missing three times since January.");
        var asked = opening.putArray("agencies");
        List.of(agencies).forEach(asked::add);
        return opening;
    }
}
