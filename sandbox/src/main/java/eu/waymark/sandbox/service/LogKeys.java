package eu.waymark.sandbox.service;

import static java.util.stream.Collectors.joining;

import eu.waymark.log.note.NoteSigner;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import java.time.Clock;
import java.util.Base64;
import java.util.stream.Stream;

/** Who signs what in the audit log of a sandbox: the audit service the log, the other services as its witnesses. */
final class LogKeys {

    private static final String ORIGIN = "waymark.example/log";

    private final Secrets secrets;

    LogKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    String logSeed() {
        return secrets.key("audit.log-seed");
    }

    String witnessSeed(WaymarkService service) {
        return secrets.key(service.shortName() + ".witness-seed");
    }

    /** What the witnesses verify the log by. */
    String logKey() {
        return NoteSigner.log(ORIGIN, bytes(logSeed())).verifierKey().encoded();
    }

    /** What the log verifies its witnesses by. */
    String witnessKeys() {
        return Stream.of(WaymarkService.IDENTITY, WaymarkService.REGISTER, WaymarkService.REFERRAL)
                .map(this::witnessKey)
                .collect(joining(","));
    }

    private String witnessKey(WaymarkService service) {
        return NoteSigner.witness(ORIGIN + "/" + service.module(), bytes(witnessSeed(service)), Clock.systemUTC())
                .verifierKey()
                .encoded();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
