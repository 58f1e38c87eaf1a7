package eu.waymark.log.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Events as the producers write them: canonical, numbered and chained. */
final class TestEvents {

    private record Place(int epoch, int seq, byte[] body) {}

    private final Map<String, Place> last = new HashMap<>();
    private long ids;

    byte[] next(String source) {
        var place = last.getOrDefault(source, new Place(1, 0, null));
        return event(source, "register.child.read", place.epoch(), place.seq() + 1, prev(place));
    }

    byte[] beginEpoch(String source) {
        return event(source, "source.epoch.began", last.get(source).epoch() + 1, 1, "");
    }

    /** Any event at all, right or wrong. */
    byte[] event(String source, String type, int epoch, int seq, String prev) {
        var body = """
                {"action":"R","id":"%s","notes":{"note":"%s"},"outcome":"0","recorded":"2026-11-22T10:00:00Z",\
                "src":{"epoch":"%d","id":"%s",%s"seq":"%d"},"subjects":[],"type":"%s","v":"waymark-audit/1"}""".formatted(new UUID(0, ++ids), "n".repeat((int) (ids % 40)), epoch, source, prev, seq, type)
                .getBytes(UTF_8);
        last.put(source, new Place(epoch, seq, body));
        return body;
    }

    private static String prev(Place place) {
        return place.body() == null ? "" : "\"prev\":\"" + digest(place.body()) + "\",";
    }

    static String digest(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
