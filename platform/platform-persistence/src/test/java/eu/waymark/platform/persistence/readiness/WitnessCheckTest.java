package eu.waymark.platform.persistence.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.note.NoteSigner;
import eu.waymark.platform.persistence.audit.AuditLogClient;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WitnessCheckTest {

    private static final String OWN = key("child-protection.example/log");

    @Test
    void a_witness_with_a_pinned_key_and_a_seed_is_accepted() {
        assertThat(faults(OWN, "seed")).isEmpty();
    }

    @Test
    void without_a_seed_a_service_is_no_witness() {
        assertThat(faults(OWN, "")).singleElement().asString().contains("waymark.secrets.witness-seed");
    }

    @Test
    void without_a_true_key_it_would_believe_any_log() {
        assertThat(faults("", "seed")).singleElement().asString().contains("waymark.audit.log-key");
        assertThat(faults(OWN.substring(1), "seed")).hasSize(1);
    }

    @Test
    void the_key_of_the_example_is_refused() {
        assertThat(faults(key("waymark.example/log"), "seed"))
                .singleElement()
                .asString()
                .contains("example");
    }

    @Test
    void the_service_that_holds_the_log_is_no_witness_of_it() {
        AuditLogClient own = (source, epoch, events) -> List.of();
        assertThat(check("", "", own)).isEmpty();
    }

    private static List<String> faults(String key, String seed) {
        return check(key, seed, new AuditLogClient() {
            @Override
            public List<Acknowledged> append(String source, int epoch, List<Numbered> events) {
                return List.of();
            }

            @Override
            public boolean holdsTheLog() {
                return false;
            }
        });
    }

    private static List<String> check(String key, String seed, AuditLogClient log) {
        var settings = Map.of(WitnessCheck.LOG_KEY, key, WitnessCheck.SEED, seed);
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new WitnessCheck(config, log).faults().toList();
    }

    private static String key(String origin) {
        return NoteSigner.log(origin, new byte[32]).verifierKey().encoded();
    }
}
