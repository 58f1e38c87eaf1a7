package eu.waymark.platform.persistence.fake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Pins the key of the fake log. Where the log stands is told by the test that starts one. */
public class FakeLogResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("waymark.audit.log-key", FakeTree.LOG.verifierKey().encoded());
    }

    @Override
    public void stop() {}
}
