package eu.waymark.register.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void aMessageIsSignedAsTheReferenceImplementationsDo() {
        assertThat(Secrets.sign(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theReceiverOfTheseTestsChecksByItself() {
        var id = UUID.randomUUID();
        var at = Instant.parse("2026-11-22T12:00:00Z");
        var signature = Secrets.signatures(List.of(SECRET), id, at, "{}");
        var good = new Receiver.Message(id.toString(), Long.toString(at.getEpochSecond()), signature, "", "{}");
        var altered = new Receiver.Message(good.id(), good.timestamp(), signature, "", "{ }");
        var later = new Receiver.Message(good.id(), "1", signature, "", "{}");
        assertThat(good.isSignedBy(SECRET)).isTrue();
        assertThat(altered.isSignedBy(SECRET)).isFalse();
        assertThat(later.isSignedBy(SECRET)).isFalse();
    }

    @Test
    void eachAttemptWaitsLongerWithinHalfADayAndTheEighthIsTheLast() {
        var random = new Random(7);
        for (int attempts = 1; attempts < Backoff.MOST_ATTEMPTS; attempts++) {
            var middle = Math.min(
                    30 * Math.pow(4, attempts - 1), Duration.ofHours(12).toSeconds());
            assertThat(Backoff.after(attempts, random)).hasValueSatisfying(wait -> assertThat((double) wait.toSeconds())
                    .isBetween(middle / 2 - 1, middle * 1.5));
        }
        assertThat(Backoff.after(Backoff.MOST_ATTEMPTS, random)).isEmpty();
    }
}
