package eu.waymark.audit.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the log. */
@ConfigMapping(prefix = "waymark.log")
interface LogConfig {

    /** Identity of the log for ever: the first line of each checkpoint and the name of its key. */
    @WithDefault("waymark.example/log")
    String origin();

    /** How long to wait between looking whether the log has grown and a new checkpoint is due. */
    @WithDefault("500ms")
    Duration checkpointEvery();
}
