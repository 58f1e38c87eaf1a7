package eu.waymark.gateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "/api/register/v1/entries, REGISTER",
        "/api/referral/v1/referrals/a:b@c, REFERRAL",
        "/api/identity/v2/persons/, IDENTITY",
        "/api/audit/v1/log/tile/0/x001/234.p/17?x=../.., AUDIT",
        "/api/register/v1/entries/%C3%A9%20, REGISTER"
    })
    void plainPathsLeadToTheirService(String target, Service service) {
        assertThat(Target.parse(target).flatMap(Target::service)).hasValue(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "internal",
                "//internal",
                "/a/../b",
                "/a/./b",
                "/a/..",
                "/a/%2E%2e/b",
                "/a%2fb",
                "/a%5Cb",
                "/a%3Bb",
                "/a;b",
                "/a%25b",
                "/a%00",
                "/a%7f",
                "/a%",
                "/a%2",
                "/a%zz",
                "/%61pi/register/v1/entries",
                "/a\\b",
                "/a b",
                "/a#b",
                "/é",
                "http://localhost/api/register/v1/entries"
            })
    void whatCanBeReadInTwoWaysIsNoTarget(String target) {
        assertThat(Target.parse(target)).isEmpty();
    }

    @Test
    void aVeryLongPathIsNoTarget() {
        assertThat(Target.parse("/" + "a".repeat(2_047))).isPresent();
        assertThat(Target.parse("/" + "a".repeat(2_048))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/audit/v1/log/checkpoint, true",
        "HEAD, /api/audit/v1/log/key, true",
        "GET, /api/audit/v1/log/policy, true",
        "POST, /api/audit/v1/log/checkpoint, false",
        "GET, /api/audit/v1/log/tile/0/000, true",
        "GET, /api/audit/v1/log/tile/12/x001/234.p/17, true",
        "GET, /api/audit/v1/log/tile/entries/000, false",
        "GET, /api/audit/v1/log/tile/0/000/extra, false",
        "GET, /api/audit/v1/log/checkpoint/x, false",
        "GET, /api/audit/v1/log/consistency, false",
        "GET, /api/register/v1/log/checkpoint, false",
        "POST, /api/referral/v1/contributions/submissions, true",
        "POST, /api/referral/v1/feedback/submissions, true",
        "GET, /api/referral/v1/contributions/submissions, false",
        "POST, /api/referral/v1/contributions/submissions/x, false",
        "POST, /api/referral/v1/contributions, false"
    })
    void onlyThePublicPartsOfTheLogAndWritingByCodeAreOpen(String method, String path, boolean open) {
        assertThat(OpenPaths.cover(HttpMethod.valueOf(method), new Target(path)))
                .isEqualTo(open);
    }
}
