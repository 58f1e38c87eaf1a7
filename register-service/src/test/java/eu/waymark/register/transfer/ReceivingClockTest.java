package eu.waymark.register.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.clocks.ClockRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivingClockTest {

    private static final ClockRules RULES = ClockRules.shipped();

    /** A Friday before a weekend without bank holidays. */
    private static final Instant START = Instant.parse("2026-11-06T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "GB-ENG, EN-TIN, referral-received, 2026-11-27",
        "GB-SCT, SC-TIN, transfer-notified, 2026-11-27",
        "GB-WLS, OURS-TIN, referral-received, 2026-11-27",
        "FR, OURS-TIN, referral-received, 2026-11-30"
    })
    void theRuleOfThePlaceCounts(String place, String rule, String start, LocalDate due) {
        var clock = ReceivingClock.of(RULES, place, Optional.empty());
        assertThat(clock.rule().code()).isEqualTo(rule);
        assertThat(clock.start()).isEqualTo(start);
        assertThat(clock.dueFrom(START).date()).isEqualTo(due);
        assertThat(clock.runsFromProposal()).isTrue();
    }

    @Test
    void anAgencyCountsFromTheEventThatItHasChosen() {
        var clock = ReceivingClock.of(RULES, "GB-ENG", Optional.of("information-received"));
        assertThat(clock.start()).isEqualTo("information-received");
        assertThat(clock.runsFromProposal()).isFalse();
    }

    @Test
    void anEventThatTheRuleDoesNotKnowIsNoChoice() {
        assertThat(ReceivingClock.of(RULES, "GB-SCT", Optional.of("information-received"))
                        .start())
                .isEqualTo("transfer-notified");
    }

    @Test
    void aBankHolidayShiftsTheDay() {
        var beforeChristmas = Instant.parse("2026-12-18T10:00:00Z");
        assertThat(ReceivingClock.of(RULES, "GB-ENG", Optional.empty())
                        .dueFrom(beforeChristmas)
                        .date())
                .isEqualTo(LocalDate.of(2027, 1, 13));
    }
}
