package eu.waymark.register.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: four times as long each time, within half a day, and by up to half as much more or
 * less, so that a receiver that comes back is not met by everybody at once. After eight attempts, a day or so, it is given up.
 */
final class Backoff {

    static final int MOST_ATTEMPTS = 8;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int FACTOR = 4;

    private Backoff() {}

    /**
     * @param attempts made so far, at least one
     * @return nothing when no other is to be made
     */
    static Optional<Duration> after(int attempts, RandomGenerator random) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        var wait = Math.min(FIRST.toMillis() * Math.pow(FACTOR, attempts - 1), LONGEST.toMillis());
        return Optional.of(Duration.ofMillis((long) (wait * random.nextDouble(0.5, 1.5))));
    }
}
