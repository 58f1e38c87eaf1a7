package eu.waymark.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** Token buckets by owner, bounded in number. A bucket untouched for a minute is full again, so it can be forgotten. */
final class Buckets {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<Owner, Bucket> buckets;

    Buckets(int atMost) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(atMost)
                .expireAfterAccess(WINDOW)
                .build();
    }

    /** Whose requests are counted together. */
    enum Kind {
        PERSON,
        MACHINE,
        AGENCY,
        MACHINES_OF_AGENCY,
        ADDRESS,
        ADDRESS_WITH_CODE,
        CODE
    }

    private record Owner(Kind kind, String id) {}

    /** Takes one request from the owner's bucket. */
    ConsumptionProbe take(Kind kind, String id, int perMinute) {
        return buckets.get(new Owner(kind, id), owner -> full(perMinute)).tryConsumeAndReturnRemaining(1);
    }

    private static Bucket full(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }
}
