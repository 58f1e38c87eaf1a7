package eu.waymark.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.log.ConsistencyProof;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source as a witness of the log: it keeps the newest checkpoint that it has verified, signs none that does not extend
 * it, and keeps copies of the log's own leaves. One thread at a time uses it.
 */
final class Witness {

    private final String source;
    private final NoteSigner signer;
    private final VerifierKey log;
    private final LogClient client;
    private final Chronicle chronicle;
    private final TreeMap<Long, Map<String, Object>> copies = new TreeMap<>();
    private volatile @Nullable SignedNote note;

    Witness(String source, FaultBench bench, LogClient client, Chronicle chronicle) {
        this.source = source;
        this.signer = bench.witness(source);
        this.log = bench.logKey();
        this.client = client;
        this.chronicle = chronicle;
    }

    /** Size of the newest checkpoint it has signed; -1 before the first. */
    long size() {
        var shown = note;
        return shown == null ? -1 : Checkpoint.parse(shown.text()).size();
    }

    /** The newest checkpoint that it has signed, with other signatures that it was shown. */
    SignedNote note() {
        return Objects.requireNonNull(note);
    }

    /**
     * Shows its checkpoint and is shown the log's.
     *
     * @return from which leaf on the log has lost its leaves, if it has
     */
    OptionalLong exchange(URI address) throws IOException, InterruptedException {
        var shown = new HashMap<String, Object>();
        var newest = note;
        if (newest != null) {
            shown.put("checkpoint", newest.encoded());
        }
        shown.put("copiesAfter", copies.isEmpty() ? -1 : copies.lastKey());
        var answer = client.post(address, source, "witness", shown);
        if (answer.status() != 200) {
            return OptionalLong.empty();
        }
        var lost = answer.body().path("restoreFrom");
        answer.body().path("copies").forEach(this::keep);
        if (answer.body().has("checkpoint")) {
            sign(address, answer.body().path("checkpoint").asText(), lost.isMissingNode());
        }
        return lost.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(lost.asLong());
    }

    private void keep(JsonNode copy) {
        copies.put(
                copy.path("leafIndex").asLong(),
                Map.of(
                        "leafIndex", copy.path("leafIndex").asLong(),
                        "source", "audit-service",
                        "epoch", copy.path("epoch").asInt(),
                        "seq", copy.path("seq").asLong(),
                        "body", copy.path("body").asText()));
    }

    private void sign(URI address, String newest, boolean complete) throws IOException, InterruptedException {
        chronicle.shown(newest);
        var shown = SignedNote.parse(newest);
        var checkpoint = Checkpoint.open(shown, log);
        // A replica may lag a moment behind the other; a log that has lost leaves is shown its own old checkpoint.
        if (complete && checkpoint.size() > size() && isExtension(address, checkpoint)) {
            note = shown.signedBy(signer);
        }
    }

    private boolean isExtension(URI address, Checkpoint newer) throws IOException, InterruptedException {
        if (size() <= 0) {
            return true;
        }
        var older = Checkpoint.parse(note().text());
        var answer = client.get(
                address, "/api/audit/v1/log/consistency?from=%d&to=%d".formatted(older.size(), newer.size()), source);
        if (answer.status() != 200) {
            return false;
        }
        var path = answer.body()
                .path("path")
                .valueStream()
                .map(hash -> Hash.fromBase64(hash.asText()))
                .toList();
        var extends_ = new ConsistencyProof(older.size(), newer.size(), path).verify(older.root(), newer.root());
        if (!extends_) {
            chronicle.fault(
                    "%s saw no proof that size %d extends size %d".formatted(source, newer.size(), older.size()));
        }
        return extends_;
    }

    /** Brings back what it holds from a leaf on, its own and the copies; the answer to the last part. */
    LogClient.Answer bringBack(URI address, Outbox outbox, long from) throws IOException, InterruptedException {
        var leaves = new ArrayList<Map<String, Object>>();
        var events = outbox.events();
        outbox.places().forEach((seq, index) -> {
            if (index >= from) {
                leaves.add(Map.of(
                        "leafIndex", index,
                        "source", source,
                        "epoch", Outbox.EPOCH,
                        "seq", seq,
                        "body", LogClient.base64(events.get((int) (seq - 1)).body())));
            }
        });
        leaves.addAll(copies.tailMap(from, true).values());
        LogClient.Answer answer = null;
        for (int at = 0; at < leaves.size(); at += 500) {
            List<Map<String, Object>> part = leaves.subList(at, Math.min(at + 500, leaves.size()));
            answer = client.post(address, source, "restoration", Map.of("leaves", part));
        }
        return answer;
    }
}
