package eu.waymark.platform.persistence.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchemaWaitTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void it_goes_on_as_soon_as_nothing_is_wrong() throws InterruptedException {
        new SchemaWait(() -> wrongFor(3), Duration.ofMinutes(1), PAUSE).await();
        assertThat(asked).hasValue(4);
    }

    @Test
    void it_gives_up_with_the_reason() {
        assertThatThrownBy(() -> new SchemaWait(() -> wrongFor(Integer.MAX_VALUE), Duration.ofMillis(5), PAUSE).await())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PT0.005S")
                .hasMessageContaining("too old");
    }

    private Optional<String> wrongFor(int times) {
        return asked.incrementAndGet() > times ? Optional.empty() : Optional.of("The schema is too old");
    }
}
