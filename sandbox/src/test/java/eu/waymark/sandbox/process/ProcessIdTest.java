package eu.waymark.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdTest {

    private final ProcessId self = ProcessId.of(ProcessHandle.current());

    @Test
    void aProcessIsKnownAgain() {
        assertThat(self.find()).contains(ProcessHandle.current());
    }

    @Test
    void aProcessThatGotTheSameNumberLaterIsAnother() {
        ProcessId earlier = new ProcessId(self.pid(), self.startedAt() - 60_000);

        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void anEndedProcessIsGone() throws Exception {
        // Given
        Process shortLived = new ProcessBuilder("true").start();
        ProcessId id = ProcessId.of(shortLived.toHandle());

        // When
        shortLived.waitFor();

        // Then
        assertThat(id.find()).isEmpty();
    }
}
