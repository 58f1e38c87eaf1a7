package eu.waymark.identity.model;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.waymark.identity.record.EngineSource;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.platform.persistence.crypto.IndexKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;

/** The engine with the model in use, the same in all replicas within seconds. */
@ApplicationScoped
class CurrentModel implements EngineSource {

    private static final Duration LOOKED_UP_EVERY = Duration.ofSeconds(5);
    private static final int ENGINES_KEPT = 3;
    private static final String BUILT_IN = "";

    private final ModelVersions versions;
    private final Keying keying;
    private final LoadingCache<Boolean, String> version = Caffeine.newBuilder()
            .expireAfterWrite(LOOKED_UP_EVERY)
            .build(any -> QuarkusTransaction.requiringNew().call(this::inUse));
    private final LoadingCache<String, MatchingEngine> engines =
            Caffeine.newBuilder().maximumSize(ENGINES_KEPT).build(this::load);

    CurrentModel(ModelVersions versions, IndexKey key) {
        this.versions = versions;
        this.keying = Keying.secret(Arrays.copyOf(key.hmac("model-terms"), Keying.SECRET_BYTES));
    }

    @Override
    public MatchingEngine engine() {
        return engines.get(version.get(true));
    }

    /** Under which terms are counted. */
    Keying keying() {
        return keying;
    }

    /** This replica need not wait; the others know within seconds. */
    void changed() {
        version.invalidateAll();
    }

    private String inUse() {
        return versions.inUse().map(ModelVersions.InUse::version).orElse(BUILT_IN);
    }

    private MatchingEngine load(String wanted) {
        return wanted.equals(BUILT_IN)
                ? MatchingEngine.standard()
                : QuarkusTransaction.requiringNew()
                        .call(() -> LearntModel.of(versions.findById(wanted)).engine(keying));
    }
}
