package eu.waymark.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TogetherTest {

    @Test
    @Timeout(20)
    void tasksRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger done = new AtomicInteger();
        Together.Task task = () -> {
            both.countDown();
            both.await();
            done.incrementAndGet();
        };

        Together.run(List.of(task, task));

        assertThat(done).hasValue(2);
    }

    @Test
    @Timeout(20)
    void theFirstFailureEndsTheWaitForTheOthers() {
        Together.Task patient = () -> Waiting.until(Duration.ofMinutes(5), () -> false);
        Together.Task failing = () -> {
            throw new SandboxProblem("gateway stopped");
        };

        assertThatThrownBy(() -> Together.run(List.of(patient, failing)))
                .isInstanceOf(SandboxProblem.class)
                .hasMessage("gateway stopped");
    }
}
