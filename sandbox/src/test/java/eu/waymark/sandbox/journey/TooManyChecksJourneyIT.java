package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bad path 2c of S1: nobody leafs through the register. */
class TooManyChecksJourneyIT {

    private static final int ALLOWED = 30;

    @Test
    void theThirtyFirstCheckInAMinuteIsRefusedAndRaisesAnAlarm() {
        // Given
        var waymark = Waymark.running();
        var agnieszkaInWarsaw = waymark.practitioner("agnieszka.pl");
        for (int i = 0; i < ALLOWED; i++) {
            Casework.check(agnieszkaInWarsaw, Child.NOBODY);
        }

        // When
        var oneMore = agnieszkaInWarsaw.post(Casework.CHECKS, Child.NOBODY.asked());

        // Then
        assertThat(oneMore.status()).isEqualTo(429);
        assertThat(oneMore.code()).isEqualTo("too-many-checks");
        assertThat(oneMore.header("Retry-After")).isEqualTo("60");
        // Warsaw has no compliance in the sandbox, so the log itself is asked.
        var events = new LogBook(waymark.sandbox()).awaitRequest(oneMore.requestId(), 1);
        assertThat(events).hasSize(1);
        var alarm = events.getFirst();
        assertThat(alarm.path("type").asText()).isEqualTo("register.check.asked");
        assertThat(alarm.path("outcome").asText()).isEqualTo("4");
        assertThat(alarm.path("outcomeCode").asText()).isEqualTo("too-many-checks");
        assertThat(alarm.path("notes").path("alarm").asText()).isEqualTo("flood");
        assertThat(alarm.path("agent").path("agency").asText()).isEqualTo("PL-WAW-OPS");
    }
}
