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

    /** Different searches that one actor may make within an hour. */
    @WithDefault("240")
    int perHour();

    /** Different pairs of a name and a birth within an hour: each search may hold many names and many births of one child. */
    @WithDefault("960")
    int pairsPerHour();

    /** Births that one actor may try with one name within an hour: a child's date is uncertain, not unknown. */
    @WithDefault("8")
    int datesOfName();

    /** Names that one actor may try with one birth, or with none, within an hour. */
    @WithDefault("20")
    int namesOfDate();

    /** Different searches that one actor may make within an hour for names whose words begin alike. */
    @WithDefault("24")
    int nearVariants();

    /** How long a new record may follow a search (architecture, part 6). */
    @WithDefault("30m")
    Duration validity();
}
