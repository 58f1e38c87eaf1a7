package eu.waymark.identity.privatequery;

import eu.waymark.identity.Children;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivateQuestion;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** What an agency does before it asks, and how it asks. */
final class Questions {

    static final String PATH = "/api/identity/v1/private-queries";
    static final String EPOCH = "2026-Q4";

    private Questions() {}

    static Encoded encoded(String given, String family, String birth) {
        return encoded(EPOCH, "waymark.secrets.clk-key", given, family, birth);
    }

    static Encoded encoded(String epoch, String key, String given, String family, String birth) {
        var secret = Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(key, String.class));
        var child = new Demographics(
                List.of(PersonName.of(given, family)), List.of(BirthDate.parse(birth)), Sex.FEMALE, Set.of());
        return (Encoded) new ClkEncoder(ClkKey.of(secret, epoch)).question(child);
    }

    static String about(String given, String family, String birth) {
        return PrivateQuestion.json(EPOCH, encoded(given, family, birth));
    }

    static Response ask(Tokens by, String caseReference, String question) {
        return Api.as(by, Children.PURPOSE)
                .header("Case-Reference", caseReference)
                .body(question)
                .post(PATH);
    }
}
