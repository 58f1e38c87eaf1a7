package eu.waymark.audit.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of a log without witnesses, otherwise as they come. */
record PlainConfig() implements LogConfig {

    @Override
    public String origin() {
        return "waymark.example/log";
    }

    @Override
    public Duration checkpointEvery() {
        return Duration.ofMillis(200);
    }

    @Override
    public int queueEvents() {
        return 20_000;
    }

    @Override
    public int queueBytes() {
        return 1 << 26;
    }

    @Override
    public int keptBytes() {
        return 1 << 25;
    }

    @Override
    public Optional<List<String>> witnesses() {
        return Optional.empty();
    }

    @Override
    public int quorum() {
        return 0;
    }

    @Override
    public int startWitnesses() {
        return 0;
    }

    @Override
    public Duration witnessPatience() {
        return Duration.ofMinutes(3);
    }

    @Override
    public Duration silence() {
        return Duration.ofMinutes(3);
    }

    @Override
    public Duration readModelPatience() {
        return Duration.ofMinutes(1);
    }

    @Override
    public String watchEvery() {
        return "off";
    }

    @Override
    public String reviewCron() {
        return "off";
    }
}
