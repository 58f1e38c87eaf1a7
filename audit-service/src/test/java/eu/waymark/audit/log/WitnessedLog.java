package eu.waymark.audit.log;

import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.VerifierKey;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A log with three witnesses, two of which make a quorum and open it after a start. */
public class WitnessedLog implements QuarkusTestProfile {

    static final Clock CLOCK = Clock.systemUTC();
    static final NoteSigner REGISTER = witness("register-service", 1);
    static final NoteSigner REFERRAL = witness("referral-service", 2);
    static final NoteSigner IDENTITY = witness("identity-service", 3);

    static List<VerifierKey> keys() {
        return Stream.of(REGISTER, REFERRAL, IDENTITY)
                .map(NoteSigner::verifierKey)
                .toList();
    }

    private static NoteSigner witness(String source, int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return NoteSigner.witness("waymark.example/log/" + source, bytes, CLOCK);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "waymark.log.start-witnesses",
                "2",
                "waymark.log.witnesses",
                keys().stream().map(VerifierKey::encoded).collect(Collectors.joining(",")));
    }
}
