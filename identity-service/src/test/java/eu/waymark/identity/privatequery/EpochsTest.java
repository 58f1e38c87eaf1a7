package eu.waymark.identity.privatequery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochsTest {

    private static final Optional<String> KEY = Optional.of("YW4gZXhhbXBsZSBzZWNyZXQgb2YgMzIgYnl0ZXMgLi4u");
    private static final Map<String, String> TWO = Map.of(
            "waymark.private-query.epoch", "2026-Q4",
            "waymark.private-query.previous-epoch", "2026-Q3",
            "waymark.private-query.previous-until", "2026-10-15T00:00:00Z");

    @Test
    void thePreviousEpochIsAnsweredForATimeOnly() {
        var before = epochs(TWO, KEY, "2026-10-14T23:59:59Z");
        assertThatCode(() -> before.require("2026-Q3")).doesNotThrowAnyException();
        var after = epochs(TWO, KEY, "2026-10-15T00:00:00Z");
        assertThatCode(() -> after.require("2026-Q4")).doesNotThrowAnyException();
        assertThatThrownBy(() -> after.require("2026-Q3")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.type().slug()).isEqualTo("unknown-epoch");
            assertThat(refused.detail()).contains("2026-Q4").doesNotContain("2026-Q3");
        });
    }

    @Test
    void withoutAnEpochThereAreNoPrivateQueries() {
        var none = epochs(Map.of(), Optional.empty(), "2026-10-14T00:00:00Z");
        assertThat(none.keys()).isEmpty();
        assertThatThrownBy(() -> none.require("2026-Q4"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        off -> assertThat(off.type().slug()).isEqualTo("private-queries-off"));
    }

    @Test
    void anEpochWithoutKeyOrEndStopsTheStart() {
        assertThatThrownBy(() -> epochs(TWO, Optional.empty(), "2026-10-14T00:00:00Z"))
                .hasMessageContaining("waymark.secrets.clk-key");
        var endless = Map.of("waymark.private-query.previous-epoch", "2026-Q3");
        assertThatThrownBy(() -> epochs(endless, KEY, "2026-10-14T00:00:00Z")).hasMessageContaining("needs an end");
    }

    private static Epochs epochs(Map<String, String> settings, Optional<String> key, String now) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(PrivateQuerySettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .build();
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new Epochs(config.getConfigMapping(PrivateQuerySettings.class), key, key, clock);
    }
}
