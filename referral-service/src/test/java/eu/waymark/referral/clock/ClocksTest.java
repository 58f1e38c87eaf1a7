package eu.waymark.referral.clock;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.clocks.ClockRules;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {

    private static final ClockRules RULES = ClockRules.shipped();

    @ParameterizedTest
    @CsvSource({
        // Monday morning: the midnight that ends Tuesday, in the recipient's own zone
        "2026-03-02T09:30:00Z, FR, 2026-03-03T23:00:00Z",
        "2026-03-02T09:30:00Z, GB, 2026-03-04T00:00:00Z",
        // Late on Monday evening in Warsaw is still Monday in London
        "2026-03-02T23:30:00Z, GB, 2026-03-04T00:00:00Z",
        "2026-03-02T23:30:00Z, PL, 2026-03-04T23:00:00Z",
        // Friday: over the weekend
        "2026-03-06T09:30:00Z, FR, 2026-03-09T23:00:00Z",
        // The 14th of July is a Tuesday in 2026, and a working day in Germany
        "2026-07-13T09:30:00Z, FR, 2026-07-15T22:00:00Z",
        "2026-07-13T09:30:00Z, DE, 2026-07-14T22:00:00Z",
    })
    void aDecisionIsDueOnTheNextWorkingDayOfTheRecipient(Instant sentAt, String country, Instant due) {
        assertThat(Clocks.due(RULES, Duty.REFERRAL_DECISION, country, sentAt).at())
                .isEqualTo(due);
    }

    @Test
    void theRuleThatGaveTheDateIsNamed() {
        var monday = Instant.parse("2026-03-02T09:30:00Z");

        assertThat(Clocks.due(RULES, Duty.REFERRAL_DECISION, "GB-ENG", monday).rule())
                .isEqualTo("EN-DEC/2");
        assertThat(Clocks.due(RULES, Duty.REFERRAL_DECISION, "FR", monday).rule())
                .isEqualTo("OURS-DEC/2");
    }

    @Test
    void aCountryWithoutACalendarStillGetsADate() {
        var friday = Instant.parse("2026-03-06T09:30:00Z");

        assertThat(Clocks.due(RULES, Duty.REFERRAL_DECISION, "XK", friday).at())
                .isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
    }
}
