package eu.waymark.identity.model;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.waymark.identity.record.EngineSource;
import eu.waymark.matching.score.MatchingEngine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** The engine with the model in use, the same in all replicas within seconds. */
@ApplicationScoped
class CurrentModel implements EngineSource {

    private static final Duration LOOKED_UP_EVERY = Duration.ofSeconds(5);
    private static final int ENGINES_KEPT = 3;
    private static final String BUILT_IN = "";

    private final ModelVersions versions;
    private final TermKeys keys;
    private final LoadingCache<Boolean, String> version = Caffeine.newBuilder()
            .expireAfterWrite(LOOKED_UP_EVERY)
            .build(any -> QuarkusTransaction.requiringNew().call(this::inUse));
    private final LoadingCache<String, MatchingEngine> engines =
            Caffeine.newBuilder().maximumSize(ENGINES_KEPT).build(this::load);

    CurrentModel(ModelVersions versions, TermKeys keys) {
        this.versions = versions;
        this.keys = keys;
    }

    @Override
    public MatchingEngine engine() {
        return engines.get(version.get(true));
    }

    /** No replica begins with a model whose counts it cannot read: its answers would bear the name of another. */
    void start(@Observes StartupEvent event) {
        var _ = engine();
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
                : QuarkusTransaction.requiringNew().call(() -> read(versions.findById(wanted)));
    }

    private MatchingEngine read(ModelVersion stored) {
        return LearntModel.of(stored).engine(keys.of(stored.version(), stored.termKey()));
    }
}
