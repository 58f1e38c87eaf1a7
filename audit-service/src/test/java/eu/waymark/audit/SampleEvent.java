package eu.waymark.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Canonical events as a producer would send them. Sorted keys and plain ASCII need no canonicalizer. */
public final class SampleEvent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong SOURCES = new AtomicLong();
    /** By source, epoch and number: the hash of the first event made for a place, which is the one that gets into the log. */
    private static final Map<List<Object>, String> HASHES = new ConcurrentHashMap<>();

    private final Map<String, Object> members = new TreeMap<>();
    private final Map<String, Object> src = new TreeMap<>();
    private final Map<String, Object> agent = new TreeMap<>();

    private SampleEvent(String source, long seq) {
        src.putAll(Map.of("id", source, "epoch", "1", "seq", Long.toString(seq)));
        agent.putAll(Map.of("who", "5d3c", "agency", "FR-69-CRIP", "country", "FR", "roles", List.of("practitioner")));
        members.putAll(Map.of(
                "v", "waymark-audit/1",
                "id", UUID.randomUUID().toString(),
                "src", src,
                "recorded", "2026-11-22T10:00:00.123456Z",
                "type", "register.entry.read",
                "action", "R",
                "outcome", "0",
                "agent", agent,
                "purpose", "CP-ASSESS",
                "subjects", List.of("tag-of-a-child-01")));
    }

    /** A source that no other test uses: the log of a test run only grows. */
    public static String freshSource() {
        return "source-" + SOURCES.incrementAndGet();
    }

    public static SampleEvent of(String source, long seq) {
        return new SampleEvent(source, seq);
    }

    public SampleEvent with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public SampleEvent without(String member) {
        members.remove(member);
        return this;
    }

    public SampleEvent src(String member, Object value) {
        src.put(member, value);
        return this;
    }

    public SampleEvent agent(String member, Object value) {
        agent.put(member, value);
        return this;
    }

    /** As when it is about a sealed child: nobody is to know from where the look came. */
    public SampleEvent withoutAgency() {
        agent.keySet().removeAll(List.of("agency", "agencyType", "client", "country"));
        return this;
    }

    public String id() {
        return members.get("id").toString();
    }

    public String json() {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The canonical bytes, chained to the event before this one where there is one. */
    public byte[] bytes() {
        chain();
        var bytes = json().getBytes(StandardCharsets.UTF_8);
        HASHES.putIfAbsent(place(seq()), sha256(bytes));
        return bytes;
    }

    private void chain() {
        var before = HASHES.get(place(seq() - 1));
        if (before != null) {
            src.putIfAbsent("prev", before);
        }
    }

    public String source() {
        return src.get("id").toString();
    }

    public long seq() {
        return Long.parseLong(src.get("seq").toString());
    }

    private List<Object> place(long seq) {
        return List.of(src.get("id"), src.get("epoch"), seq);
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The event padded with a note until it has exactly this many bytes. */
    public byte[] bytes(int length) {
        chain();
        var missing = length - with("notes", Map.of("pad", "")).json().length();
        return with("notes", Map.of("pad", "x".repeat(missing))).bytes();
    }
}
