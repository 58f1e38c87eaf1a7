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
        // Put together as cheaply as can be: what is measured is the log, on the same processors.
        var body = "{\"action\":\"R\",\"agent\":{\"agency\":\"XX-" + agency
                + "\",\"agencyType\":\"child-protection\",\"client\":\"agency-portal\",\"country\":\"XX\",\"roles\":"
                + "[\"practitioner\"],\"who\":\"" + uuid(agency * 20L + random.nextInt(20))
                + "\"},\"case\":\"case-" + random.nextInt(CHILDREN)
                + "\",\"id\":\"" + uuid()
                + "\",\"legalBasis\":\"hague-1996-34\",\"notes\":{\"result\":\"hit\"},\"outcome\":\"0\","
                + "\"purpose\":\"CP-ASSESS\",\"recorded\":\"2026-11-22T10:00:00.123456Z\",\"request\":\"" + uuid()
                + "\",\"resource\":\"" + uuid()
                + "\",\"returned\":\"1\",\"src\":{\"epoch\":\"1\",\"id\":\"" + source
                + (prev.isEmpty() ? "" : "\",\"prev\":\"" + prev)
                + "\",\"seq\":\"" + seq
                + "\"},\"subjects\":[\"" + tag(random.nextInt(CHILDREN))
                + "\"],\"type\":\"register.check.answered\",\"v\":\"waymark-audit/1\"}";
        var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        prev = Base64.getEncoder().encodeToString(Digests.sha256(bytes));
        return new Numbered(seq, bytes);
    }

    static String tag(int child) {
        return "child-tag-00000" + (10_000_000 + child);
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
    }

    private static UUID uuid(long number) {
        return new UUID(0x4000L, 1L << 63 | number);
    }
}
