package eu.waymark.register;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change of the directory stays readable: what was in force on a day. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class DirectoryHistoryTest {

    private static final String HISTORY = "/api/register/v1/directory-history/";

    private final String suffix =
            Long.toString(System.nanoTime(), 26).toUpperCase().replaceAll("[0-9]", "X");
    private final String today = LocalDate.now(ZoneOffset.UTC).toString();

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void whoeverAsksWithoutATokenIsToldNothing() {
        Api.anonymous().get(HISTORY + "desk/GB-KENT-DUTY").then().statusCode(401);
    }

    @Test
    void aDeskShowsEveryTelephoneThatItHad() {
        // Given
        var desk = "GB-" + suffix;
        Scene.changed("desks/" + desk, desk("+44 1632 960101"));
        Scene.changed("desks/" + desk, desk("+44 1632 960102"));
        Scene.propose(Scene.rita(), "desks/" + desk, desk("+44 1632 960103"))
                .then()
                .statusCode(202);

        // Then: what was only proposed was never in force
        history("desk/" + desk)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].document.phone", equalTo("+44 1632 960101"))
                .body("items[0].until", notNullValue())
                .body("items[1].document.phone", equalTo("+44 1632 960102"))
                .body("items[1].until", nullValue());
        history("desk/" + desk + "?on=" + today)
                .body("items.document.phone", contains("+44 1632 960101", "+44 1632 960102"));
        history("desk/" + desk + "?on=2020-01-01").body("items", empty());
    }

    @Test
    void anAgreementShowsWhatItSaidBefore() {
        // Given
        var agreement = "tested-" + suffix.toLowerCase();
        Scene.changed("agreements/" + agreement, agreement("request"));
        Scene.changed("agreements/" + agreement, agreement("summary"));

        // Then
        history("agreement/" + agreement).statusCode(200).body("items.document.level", contains("request", "summary"));
    }

    @Test
    void whatCameWithTheReleaseIsTheFirstVersionOfWhatWasChangedLater() {
        // Given
        var harm = "{\"name\":\"%s\"}";
        var before = Api.as(Scene.rita())
                .get("/api/register/v1/harms/forced-marriage")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("name");

        // When
        Scene.changed("harms/forced-marriage", harm.formatted("made to marry " + suffix));
        Scene.changed("harms/forced-marriage", harm.formatted(before));

        // Then
        history("harm/forced-marriage?on=2020-01-01")
                .body("items", hasSize(1))
                .body("items[0].from", nullValue())
                .body("items[0].document.name", equalTo(before));
    }

    @Test
    void whatWasNeverChangedHasNoHistoryAndWhatIsNoDayOrKindIsRefused() {
        history("area/XX-" + suffix).statusCode(200).body("items", empty());
        history("desk/GB-KENT-DUTY?on=yesterday").statusCode(422);
        history("policy/1").statusCode(422);
    }

    private static ValidatableResponse history(String of) {
        return Api.as(Scene.sarah(), "CP-PLAN").get(HISTORY + of).then();
    }

    private static String desk(String phone) {
        return """
                {"agency":"GB-KENT","name":"Team","kind":"team","phone":"%s","email":"team@kent.example",
                 "hours":"by day","languages":["en"]}""".formatted(phone);
    }

    /** One that has ended, so that no other test comes under it. */
    private static String agreement(String level) {
        return """
                {"countries":["NL","PT"],"basis":"hague-1996-34","level":"%s","purposes":["CP-ASSESS"],
                 "validFrom":"2020-01-01","validTo":"2020-02-01"}""".formatted(level);
    }
}
