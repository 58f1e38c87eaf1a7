package eu.waymark.referral.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class AttachmentsTest {

    private static final String REFERRALS = "/api/referral/v1/referrals";
    private static final byte[] PDF_HEAD =
            "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LARGE = 700_000;

    private String referral = "";
    private UUID person = new UUID(0, 0);

    @BeforeEach
    void aReferralIsSent() {
        Directory.isKnown();
        person = Identity.personOf(Workers.LEEDS);
        var id = Workers.leeds()
                .body("""
                        {"personRecordId": "%s", "toAgency": "%s", "kind": "assessment", "urgency": "urgent", "reason": "Please.",
                         "sections": [{"section": "health", "text": "Asthma.", "shared": true},
                                      {"section": "family", "text": "An aunt.", "shared": false}]}""".formatted(person, Workers.LYON))
                .post(REFERRALS)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        referral = REFERRALS + "/" + id;
    }

    @Test
    void aFileComesBackAsItWasWhateverItsSize() throws Exception {
        // Given: more than one chunk
        var file = pdf(LARGE);
        var digest = Digests.header(MessageDigest.getInstance("SHA-256").digest(file));

        // When
        var added = attach(Workers.leeds().header("Content-Digest", digest), "health", "application/pdf", file);

        // Then
        added.then()
                .statusCode(201)
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(file.length))
                .body("section", equalTo("health"));
        var read = Workers.leeds().get(added.header("Location"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asByteArray()).isEqualTo(file);
        assertThat(read.header("Content-Digest")).isEqualTo(digest);
        assertThat(read.header("Content-Type")).startsWith("application/pdf");
        assertThat(read.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(read.header("Content-Security-Policy")).contains("sandbox");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var event = AuditTrail.of(read.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.attachment.read");
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(person));
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, <html><script>alert(1)</script></html>",
        "text/plain, <html><body>Hello</body></html>",
        "image/png, GIF89a-not-a-png",
        "application/pdf, MZ-this-is-a-program",
        "text/plain, %PDF-1.7 said to be text"
    })
    void aFileThatLiesAboutItsTypeIsRefused(String declared, String content) {
        var refused = attach(Workers.leeds(), "health", declared, content.getBytes(StandardCharsets.UTF_8));

        refused.then().statusCode(422).body("code", equalTo("attachment-type-refused"));
        assertThat(refused.asString()).doesNotContain(content);
    }

    @Test
    void aTypeThatIsNotTakenIsRefused() {
        attach(Workers.leeds(), "health", "application/zip", "PK".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415);
    }

    @Test
    void anEmptyFileIsRefused() {
        attach(Workers.leeds(), "health", "text/plain", new byte[0]).then().statusCode(422);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws SQLException {
        var tooLarge = pdf(10 * 1024 * 1024 + 1);

        var refused = attach(Workers.leeds(), "health", "application/pdf", tooLarge);

        refused.then().statusCode(413).body("code", equalTo("too-large"));
        assertThat(filesOfReferral()).isZero();
    }

    @Test
    void aFileThatWasAlteredOnItsWayIsRefused() {
        var digest = Digests.header(new byte[32]);

        attach(
                        Workers.leeds().header("Content-Digest", digest),
                        "health",
                        "text/plain",
                        "Hello".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("checksum-mismatch"));
    }

    @Test
    void theRecipientReadsFilesOfWhatItReadsAndOnlyOnceItHasAccepted() {
        // Given
        var health = attach(Workers.leeds(), "health", "text/plain", text()).header("Location");
        var family = attach(Workers.leeds(), "family", "text/plain", text()).header("Location");

        // When, Then: before
        Workers.lyon().get(referral + "/attachments").then().statusCode(200).body("items", empty());
        Workers.lyon().get(health).then().statusCode(404);

        // When, Then: after
        Workers.lyon()
                .header("If-Match", "\"0\"")
                .body("{\"decision\": \"accept\"}")
                .post(referral + "/decisions")
                .then()
                .statusCode(200);
        Workers.lyon().get(referral + "/attachments").then().body("items.section", contains("health"));
        assertThat(Workers.lyon().get(health).asByteArray()).isEqualTo(text());
        Workers.lyon().get(family).then().statusCode(404);
        Workers.berlin().get(health).then().statusCode(404);
    }

    @Test
    void onlyTheSenderAttachesAndOnlyToASectionThatSaysSomething() {
        attach(Workers.lyon(), "health", "text/plain", text())
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-sender"));
        attach(Workers.leeds(), "risk", "text/plain", text())
                .then()
                .statusCode(422)
                .body("errors.field", contains("section"));
        attach(Workers.leeds(), "nonsense", "text/plain", text()).then().statusCode(400);
    }

    @Test
    void thereIsALimitToTheNumberOfFiles() throws SQLException {
        // Given
        for (var i = 0; i < 20; i++) {
            attach(Workers.leeds(), "health", "text/plain", text()).then().statusCode(201);
        }

        // When
        var oneMore = attach(Workers.leeds(), "health", "text/plain", text());

        // Then
        oneMore.then().statusCode(409).body("code", equalTo("too-many-attachments"));
        assertThat(filesOfReferral()).isEqualTo(20);
    }

    @Test
    void neitherFileNorTitleStandsInTheDatabaseInClear() throws SQLException {
        // Given
        var title = "Letter about " + UUID.randomUUID();

        // When
        attach(Workers.leeds().header("Attachment-Title", title.replace(" ", "%20")), "health", "text/plain", text())
                .then()
                .statusCode(201)
                .body("title", equalTo(title));

        // Then
        assertThat(found("from guarded.attachment_chunk where position('\\x%s'::bytea in content) > 0"
                        .formatted(hex(text()))))
                .isZero();
        assertThat(found("from guarded.attachment where position('%s' in attachment::text) > 0"
                        .formatted(hex(title.getBytes(StandardCharsets.UTF_8)))))
                .isZero();
        assertThat(filesOfReferral()).isEqualTo(1);
    }

    private Response attach(RequestSpecification by, String section, String type, byte[] file) {
        return by.contentType(type).queryParam("section", section).body(file).post(referral + "/attachments");
    }

    private static byte[] text() {
        return "The minutes of the meeting of the third of May.".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(int size) {
        var file = new byte[size];
        new Random(7).nextBytes(file);
        System.arraycopy(PDF_HEAD, 0, file, 0, PDF_HEAD.length);
        return file;
    }

    private int filesOfReferral() throws SQLException {
        return found("from guarded.attachment where referral_id = '%s'"
                .formatted(referral.substring(REFERRALS.length() + 1)));
    }

    private static int found(String from) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
