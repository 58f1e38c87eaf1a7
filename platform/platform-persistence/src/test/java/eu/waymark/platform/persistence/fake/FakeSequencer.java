package eu.waymark.platform.persistence.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules by which the log takes events, as the contract between producers and the log has them. */
final class FakeSequencer {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Types that this log cannot read, for whatever reason. */
    final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    record Reply(int status, ObjectNode body) {}

    Reply append(List<FakeLeaf> log, String source, JsonNode batch) {
        var grown = new ArrayList<>(log);
        var acknowledged = JSON.createObjectNode();
        var places = acknowledged.putArray("acknowledged");
        for (var item : batch.path("events")) {
            var leaf = FakeLeaf.of(source, batch.path("epoch").asInt(), item);
            var refusal = refusal(grown, leaf);
            if (refusal != null) {
                return refusal;
            }
            var taken = index(grown, leaf);
            if (taken < 0) {
                grown.add(leaf);
            }
            places.addObject()
                    .put("seq", leaf.seq())
                    .put("leafIndex", taken < 0 ? grown.size() - 1 : taken)
                    .put("status", taken < 0 ? "new" : "duplicate");
        }
        log.addAll(grown.subList(log.size(), grown.size()));
        return new Reply(200, acknowledged);
    }

    private Reply refusal(List<FakeLeaf> log, FakeLeaf leaf) {
        if (!leaf.isValid() || unreadable.contains(leaf.type())) {
            return problem(422, "invalid-event");
        }
        var taken = index(log, leaf);
        if (taken >= 0) {
            return Arrays.equals(log.get(taken).body(), leaf.body()) ? null : problem(409, "equivocation");
        }
        var mine =
                log.stream().filter(one -> one.source().equals(leaf.source())).toList();
        var epoch = mine.stream().mapToInt(FakeLeaf::epoch).max().orElse(1);
        var last = mine.stream().filter(one -> one.epoch() == leaf.epoch()).reduce((a, b) -> b);
        var expected = last.map(FakeLeaf::seq).orElse(0L) + 1;
        if (leaf.epoch() < epoch || leaf.epoch() > epoch + 1) {
            return problem(409, "epoch-closed");
        } else if (leaf.seq() != expected) {
            var gap = problem(409, "gap");
            gap.body().putArray("errors").addObject().put("field", "expected").put("message", "" + expected);
            return gap;
        } else if (leaf.epoch() > epoch && !leaf.type().equals("source.epoch.began")) {
            return problem(409, "epoch-closed");
        } else if (!leaf.prev().equals(last.map(one -> sha256(one.body())).orElse(""))) {
            return problem(409, "broken-chain");
        }
        var id = leaf.event().path("id");
        return log.stream().anyMatch(one -> one.event().path("id").equals(id)) ? problem(409, "equivocation") : null;
    }

    static Reply problem(int status, String code) {
        return new Reply(status, JSON.createObjectNode().put("status", status).put("code", code));
    }

    private static int index(List<FakeLeaf> log, FakeLeaf leaf) {
        for (var i = 0; i < log.size(); i++) {
            if (log.get(i).standsAt(leaf)) {
                return i;
            }
        }
        return -1;
    }

    private static String sha256(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
