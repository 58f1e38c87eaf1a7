package eu.waymark.platform.persistence.readiness;

import eu.waymark.platform.persistence.crypto.SealedDetails;
import eu.waymark.platform.persistence.crypto.SealedDetailsOpener;
import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Without the audit service's public key no search can be put on record, and so none is answered. */
@Singleton
class DetailsKeyCheck implements ProductionCheck {

    private final Config config;

    DetailsKeyCheck(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> faults() {
        var key = config.getOptionalValue(SealedDetails.KEY, String.class);
        if (key.isEmpty() || !SecretsCheck.isRandom(key.get())) {
            return Stream.of("The audit service's public key is missing or is not the base64 of 32 bytes: set "
                    + SealedDetails.KEY + ".");
        }
        return key.equals(config.getOptionalValue(SealedDetailsOpener.KEY, String.class))
                ? Stream.of("The audit service's private key was given for the public one: correct " + SealedDetails.KEY
                        + ", and replace the pair, since every service may have seen it.")
                : Stream.empty();
    }
}
