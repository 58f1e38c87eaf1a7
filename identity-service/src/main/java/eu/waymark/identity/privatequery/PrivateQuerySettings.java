package eu.waymark.identity.privatequery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How private queries are asked, and how often. Without an epoch there are none. */
@ConfigMapping(prefix = "waymark.private-query")
interface PrivateQuerySettings {

    /** The epoch of {@code waymark.secrets.clk-key}, as {@code 2026-Q4}. */
    Optional<String> epoch();

    /** The epoch of {@code waymark.secrets.clk-previous-key}: agencies change their key one after the other. */
    Optional<String> previousEpoch();

    /** Until when questions of the previous epoch are answered. */
    Optional<Instant> previousUntil();

    /** Answers leave at multiples of this after the question came. */
    @WithDefault("250ms")
    Duration tick();

    @WithDefault("30")
    int perPersonAndHour();

    @WithDefault("500")
    int perAgencyAndDay();

    /** A case is about one child, or one family. */
    @WithDefault("10")
    int perCaseAndDay();

    /** For how long an agency's questions are compared with its next ones. */
    @WithDefault("24h")
    Duration remembered();
}
