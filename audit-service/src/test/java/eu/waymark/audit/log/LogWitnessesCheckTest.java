package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.note.VerifierKey;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LogWitnessesCheckTest {

    private static final String KEYS =
            WitnessedLog.keys().stream().map(VerifierKey::encoded).collect(Collectors.joining(","));

    @Test
    void aQuorumOfTwoWhoOpenTheLogIsAccepted() {
        assertThat(faults(Map.of("waymark.log.witnesses", KEYS))).isEmpty();
    }

    @Test
    void aLogWithoutWitnessesIsRefused() {
        assertThat(faults(Map.of())).singleElement().asString().contains("waymark.log.witnesses");
    }

    @Test
    void aQuorumOfOneIsNone() {
        assertThat(faults(Map.of("waymark.log.witnesses", KEYS, "waymark.log.quorum", "1")))
                .hasSize(1);
    }

    @Test
    void aLogThatSignsBeforeItsWitnessesHaveComeIsRefused() {
        assertThat(faults(Map.of("waymark.log.witnesses", KEYS, "waymark.log.start-witnesses", "1")))
                .singleElement()
                .asString()
                .contains("waymark.log.start-witnesses");
    }

    private static List<String> faults(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(LogConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(LogConfig.class);
        return new LogWitnessesCheck(new Witnesses(config), config).faults().toList();
    }
}
