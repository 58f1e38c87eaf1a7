package eu.waymark.audit.log;

import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** A log that nobody witnesses can be rewritten by whoever holds its database and its key. */
@Singleton
class LogWitnessesCheck implements ProductionCheck {

    private static final int LEAST = 2;

    private final Witnesses witnesses;
    private final LogConfig config;

    LogWitnessesCheck(Witnesses witnesses, LogConfig config) {
        this.witnesses = witnesses;
        this.config = config;
    }

    @Override
    public Stream<String> faults() {
        return Stream.concat(
                atLeast(
                        witnesses.quorum(),
                        "The log has no quorum of witnesses: set waymark.log.witnesses to the keys of at"
                                + " least two, and waymark.log.quorum to two or more."),
                atLeast(
                        config.startWitnesses(),
                        "After a start the log would sign before its witnesses have come: set"
                                + " waymark.log.start-witnesses to two or more."));
    }

    private static Stream<String> atLeast(int number, String fault) {
        return number >= LEAST ? Stream.empty() : Stream.of(fault);
    }
}
