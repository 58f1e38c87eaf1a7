package eu.waymark.platform.persistence.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.Random;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DetailsKeyCheckTest {

    private static final String PUBLIC = "waymark.audit.details-key";
    private static final String PRIVATE = "waymark.secrets.details-private-key";
    private static final String KEY = Base64.getEncoder().encodeToString(Random.randBytes(32));

    @Test
    void a_key_is_accepted() {
        assertThat(faults(Map.of(PUBLIC, KEY))).isEmpty();
    }

    @Test
    void a_missing_one_and_a_typed_one_are_not() {
        assertThat(faults(Map.of())).hasSize(1);
        assertThat(faults(Map.of(PUBLIC, "changeit"))).hasSize(1);
    }

    @Test
    void the_private_one_in_its_place_is_refused_and_not_repeated() {
        assertThat(faults(Map.of(PUBLIC, KEY, PRIVATE, KEY)))
                .singleElement()
                .asString()
                .contains("private key")
                .doesNotContain(KEY);
    }

    private static Stream<String> faults(Map<String, String> settings) {
        return new DetailsKeyCheck(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build())
                .faults();
    }
}
