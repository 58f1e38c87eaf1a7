package eu.waymark.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

    @ParameterizedTest
    @CsvSource({
        "/docs, /docs",
        "/api/register/v1/checks?name=Ada, /api/register/v1/checks",
        "/api/register/v1/entries/5f0c2a7e, /api/register/v1/entries/...",
        "/api/referral/v1/contributions/one-time-code/more?x=1, /api/referral/v1/contributions/...",
        "/Ada%20Lovelace, (unreadable)",
        "http://host/api, (unreadable)"
    })
    void neitherIdsNorQueriesAreLogged(String uri, String logged) {
        assertThat(AccessLog.abridged(uri)).isEqualTo(logged);
    }
}
