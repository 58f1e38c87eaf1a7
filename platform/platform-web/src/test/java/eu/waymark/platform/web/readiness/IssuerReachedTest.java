package eu.waymark.platform.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class IssuerReachedTest {

    private static final String URL = "https://id.example.org/realms/other";

    private final AtomicBoolean there = new AtomicBoolean();
    private final AtomicBoolean reached = new AtomicBoolean();
    private final IssuerReached check = new IssuerReached(reached::get, this::ask, URL);

    @Test
    void aReplicaThatNeverReachedItsIssuerIsNotReadyAndSaysWhichItAsks() {
        var answer = answer();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsEntry("url", URL);
    }

    @Test
    void anIssuerThatAnswersLaterMakesItReady() {
        // Given
        answer();
        // When
        there.set(true);
        // Then
        assertThat(answer().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anIssuerThatGoesAwayAfterwardsChangesNothing() {
        // Given
        there.set(true);
        answer();
        // When
        there.set(false);
        // Then
        assertThat(answer().getStatus()).isEqualTo(Status.UP);
    }

    private HealthCheckResponse answer() {
        return check.call().await().indefinitely();
    }

    private Uni<?> ask() {
        if (!there.get()) {
            return Uni.createFrom().failure(new IOException("away"));
        }
        return Uni.createFrom().voidItem().invoke(() -> reached.set(true));
    }
}
