package eu.waymark.audit.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the log. */
@ConfigMapping(prefix = "waymark.log")
interface LogConfig {

    /** Identity of the log for ever: the first line of each checkpoint and the name of its key. */
    @WithDefault("waymark.example/log")
    String origin();

    /** How long to wait between looking whether the log has grown and a new checkpoint is due. */
    @WithDefault("200ms")
    Duration checkpointEvery();

    /** Events that may wait for the writer; beyond, producers are told to come back. */
    @WithDefault("20000")
    int queueEvents();

    /** Bytes of events that may wait for the writer. */
    @WithDefault("67108864")
    int queueBytes();

    /** Bytes of hashes that are kept in memory for inclusion proofs. */
    @WithDefault("33554432")
    int keptBytes();

    /** The keys of the witnesses, as C2SP verifier keys of type cosignature; their names are {@code <origin>/<source>}. */
    Optional<List<String>> witnesses();

    /** How many of the witnesses make a quorum. */
    @WithDefault("2")
    int quorum();

    /** How many sources must have shown their last checkpoint after a start before anything is appended or signed. */
    @WithDefault("2")
    int startWitnesses();

    /** For how long the newest checkpoint of a quorum is served although the log has grown since. */
    @WithDefault("3m")
    Duration witnessPatience();

    /** How long a source may say nothing before that is an alarm: three heartbeats. */
    @WithDefault("3m")
    Duration silence();

    /** For how long leaves may be missing in the tables that are searched before that is an alarm. */
    @WithDefault("1m")
    Duration readModelPatience();

    /** How often sources, witnesses and what is searched are looked after; {@code off} for never. */
    @WithDefault("30s")
    String watchEvery();

    /** When the whole log is reviewed, as a cron expression; {@code off} for never. */
    @WithDefault("0 30 2 * * ?")
    String reviewCron();
}
