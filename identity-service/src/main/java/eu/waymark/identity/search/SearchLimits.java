package eu.waymark.identity.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one person may search, and for how long a search counts. */
@ConfigMapping(prefix = "waymark.search")
interface SearchLimits {

    /** Searches that one actor may make within any minute, on all replicas together. */
    @WithDefault("30")
    int perMinute();

    /** How long a new record may follow a search (architecture, part 6). */
    @WithDefault("30m")
    Duration validity();
}
