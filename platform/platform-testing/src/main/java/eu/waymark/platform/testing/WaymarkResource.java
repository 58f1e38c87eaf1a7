package eu.waymark.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service needs to run in a test: a database with its three roles, an issuer of tokens, random secrets. */
public class WaymarkResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable TestDatabase database;
    private @Nullable TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        database = TestDatabase.start();
        issuer = TestIssuer.start();
        var config = new HashMap<String, String>();
        config.putAll(database.config());
        config.putAll(issuer.config());
        config.putAll(DetailsKeyPair.fresh());
        config.put("waymark.secrets.row-key", secret());
        config.put("waymark.secrets.index-key", secret());
        config.put("waymark.secrets.log-seed", secret());
        config.put("waymark.secrets.witness-seed", secret());
        return config;
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.stop();
        }
        if (database != null) {
            database.stop();
        }
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
