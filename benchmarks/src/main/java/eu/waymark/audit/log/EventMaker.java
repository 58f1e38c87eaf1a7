package eu.waymark.audit.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Canonical events of one invented producer, some 700 bytes each, one after the other. */
final class EventMaker {

    private static final int CHILDREN = 1_000_000;

    private final String source;
    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(new SecureRandom().nextLong());
    private long seq;
    private String prev = "";

    EventMaker(String source) {
        this.source = source;
    }

    Numbered next() {
        seq++;
        var agency = random.nextInt(500);
        var body = """
                {"action":"R","agent":{"agency":"XX-%d","agencyType":"child-protection","client":"agency-portal","country":"XX",\
                "roles":["practitioner"],"who":"%s"},"case":"case-%d","id":"%s","legalBasis":"hague-1996-34",\
                "notes":{"result":"hit"},"outcome":"0","purpose":"CP-ASSESS","recorded":"2026-11-22T10:00:00.123456Z",\
                "request":"%s","resource":"%s","returned":"1","src":{"epoch":"1","id":"%s",%s"seq":"%d"},\
                "subjects":["%s"],"type":"register.check.answered","v":"waymark-audit/1"}""".formatted(
                        agency,
                        uuid(agency * 20L + random.nextInt(20)),
                        random.nextInt(CHILDREN),
                        uuid(),
                        uuid(),
                        uuid(),
                        source,
                        prev.isEmpty() ? "" : "\"prev\":\"" + prev + "\",",
                        seq,
                        tag(random.nextInt(CHILDREN)));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        prev = Base64.getEncoder().encodeToString(Digests.sha256(bytes));
        return new Numbered(seq, bytes);
    }

    static String tag(int child) {
        return "child-tag-%012d".formatted(child);
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
    }

    private static UUID uuid(long number) {
        return new UUID(0x4000L, 1L << 63 | number);
    }
}
