package eu.waymark.identity.privatequery;

import eu.waymark.identity.IdentityProblem;
import eu.waymark.matching.clk.ClkKey;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The epochs in which questions are answered, with their keys: the current one, and for a time the one before. */
@Startup
@Singleton
class Epochs {

    private final Map<String, ClkKey> keys = new LinkedHashMap<>();
    private final PrivateQuerySettings settings;
    private final Clock clock;

    /** @throws IllegalStateException at the start, where an epoch has no key, or the previous one no end */
    Epochs(
            PrivateQuerySettings settings,
            @ConfigProperty(name = "waymark.secrets.clk-key") Optional<String> key,
            @ConfigProperty(name = "waymark.secrets.clk-previous-key") Optional<String> previousKey,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        settings.epoch().ifPresent(epoch -> keys.put(epoch, key(epoch, key, "waymark.secrets.clk-key")));
        settings.previousEpoch()
                .ifPresent(epoch -> keys.put(epoch, key(epoch, previousKey, "waymark.secrets.clk-previous-key")));
        if (settings.previousEpoch().isPresent() != settings.previousUntil().isPresent()) {
            throw new IllegalStateException("A previous epoch of private queries needs an end, and an end an epoch");
        }
    }

    private static ClkKey key(String epoch, Optional<String> secret, String setting) {
        var base64 = secret.orElseThrow(
                () -> new IllegalStateException("Private queries of epoch " + epoch + " need " + setting));
        return ClkKey.of(Base64.getDecoder().decode(base64), epoch);
    }

    /** By name; empty where there are no private queries. */
    Map<String, ClkKey> keys() {
        return keys;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 naming the epochs that are answered; 503 for none */
    void require(String epoch) {
        var current = settings.epoch()
                .orElseThrow(() -> IdentityProblem.PRIVATE_QUERIES_OFF.because("Ask with names: POST /searches."));
        boolean answered =
                epoch.equals(current) || previous().filter(epoch::equals).isPresent();
        if (!answered) {
            throw IdentityProblem.UNKNOWN_EPOCH
                    .because("Encode again with the key of epoch " + current + "; answered now: " + current
                            + previous()
                                    .map(also -> " and, for a time, " + also)
                                    .orElse("") + ".")
                    .at("epoch", "is not answered");
        }
    }

    private Optional<String> previous() {
        Instant now = clock.instant();
        return settings.previousUntil().filter(now::isBefore).flatMap(until -> settings.previousEpoch());
    }
}
