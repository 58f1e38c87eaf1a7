package eu.waymark.platform.persistence.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.Tile;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.platform.persistence.fake.FakeSequencer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An audit log in memory, over HTTP, that keeps its contract until it is told to lie. */
public final class FakeAuditLog implements AutoCloseable {

    public static final String WITNESS = "/witness";
    public static final String EVENTS = "/events";
    public static final String TILE = "/log/tile/";
    public static final String CONSISTENCY = "/log/consistency";

    private static final String URL = "waymark.services.audit.url";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final FakeSequencer sequencer = new FakeSequencer();
    private final List<FakeLeaf> leaves = new ArrayList<>();
    private final Map<Integer, byte[]> altered = new TreeMap<>();
    private final Map<String, Reply> failing = new ConcurrentHashMap<>();
    private final List<String> shownNotes = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<String> cosignatures = new ArrayList<>();
    private final TreeMap<Integer, FakeLeaf> staged = new TreeMap<>();
    private NoteSigner signer = FakeTree.LOG;
    private @Nullable String shown;
    private int target = -1;
    private boolean losesAnswers;
    private boolean falseTiles;

    private FakeAuditLog(HttpServer server) {
        this.server = server;
    }

    /** Starts one, and tells this service where it is. */
    public static FakeAuditLog start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var log = new FakeAuditLog(server);
            server.createContext("/", log::answer);
            server.start();
            System.setProperty(URL, "http://127.0.0.1:" + server.getAddress().getPort());
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        System.clearProperty(URL);
        server.stop(0);
    }

    // ---- what a test makes it do ----

    /** Answers requests whose path contains this with a problem, until it is mended. */
    public synchronized void fail(String path, int status, String code) {
        failing.put(path, FakeSequencer.problem(status, code));
    }

    public synchronized void mend() {
        failing.clear();
        sequencer.unreadable.clear();
        losesAnswers = false;
    }

    public void cannotRead(String type) {
        sequencer.unreadable.add(type);
    }

    /** Takes events and loses the connection before it says so. */
    public synchronized void loseAnswers() {
        losesAnswers = true;
    }

    /** Says that it took an event that it was not sent. */
    public synchronized void acknowledgeWrongly() {
        var answer = JSON.createObjectNode();
        answer.putArray("acknowledged").addObject().put("seq", 7).put("leafIndex", 7);
        failing.put(EVENTS, new Reply(200, answer));
    }

    public synchronized void signWith(NoteSigner other) {
        signer = other;
    }

    /** Shows this note whatever the log has become. */
    public synchronized void show(@Nullable String note) {
        shown = note;
    }

    /** Puts another leaf into the tree, in the place of one that was acknowledged. */
    public synchronized void alter(int index) {
        altered.put(index, ("not leaf " + index).getBytes());
    }

    /** Makes good what {@link #alter} did. */
    public synchronized void unalter() {
        altered.clear();
    }

    /** Serves tiles that lead to no root it has ever signed. */
    public synchronized void serveFalseTiles() {
        falseTiles = true;
    }

    /** Takes a leaf back from a source that is not under test. */
    public synchronized void restore(int index, FakeLeaf leaf) {
        staged.put(index, leaf);
        integrate();
    }

    public synchronized void forgetStaged() {
        staged.clear();
    }

    /** Forgets the newest leaves, without noticing. */
    public synchronized void loseFrom(int size) {
        leaves.subList(size, leaves.size()).clear();
    }

    /** Forgets the newest leaves as an old backup would, and asks for them. */
    public synchronized void rollBack(int size) {
        rollBack(size, leaves.size());
    }

    /** @param witnessed up to where somebody has seen it */
    public synchronized void rollBack(int size, int witnessed) {
        target = witnessed;
        loseFrom(size);
    }

    /** Appends leaves of a source that is not under test. */
    public synchronized void append(FakeLeaf... others) {
        leaves.addAll(List.of(others));
    }

    public synchronized void cosignature(String line) {
        cosignatures.add(line);
    }

    // ---- what a test looks at ----

    public synchronized List<FakeLeaf> leaves() {
        return List.copyOf(leaves);
    }

    public synchronized FakeTree tree() {
        var hashes = new ArrayList<Hash>();
        for (var i = 0; i < leaves.size(); i++) {
            var other = altered.get(i);
            hashes.add(other == null ? leaves.get(i).hash() : Hash.ofLeaf(other));
        }
        return new FakeTree(hashes);
    }

    public synchronized String checkpoint() {
        var tree = tree();
        return tree.checkpoint(tree.leaves().size(), signer).encoded();
    }

    /** The notes that the witness has brought, oldest first. */
    public synchronized List<String> shownNotes() {
        return List.copyOf(shownNotes);
    }

    public synchronized long requests(String path) {
        return paths.stream().filter(one -> one.contains(path)).count();
    }

    // ---- the service ----

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var request = exchange.getRequestBody().readAllBytes();
        synchronized (this) {
            paths.add(path);
            var failure = failing.entrySet().stream()
                    .filter(one -> path.contains(one.getKey()))
                    .findFirst();
            if (failure.isPresent()) {
                send(exchange, failure.get().getValue());
            } else if (path.contains(TILE)) {
                tile(exchange, path.substring(path.indexOf(TILE) + TILE.length()));
            } else {
                var reply = reply(exchange, path, JSON.readTree(request.length == 0 ? "{}".getBytes() : request));
                if (losesAnswers) {
                    exchange.close();
                } else {
                    send(exchange, reply);
                }
            }
        }
    }

    private Reply reply(HttpExchange exchange, String path, JsonNode request) {
        var source = path.split("/").length > 4 ? path.split("/")[4] : "";
        if (!"Bearer from-the-test-issuer".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return FakeSequencer.problem(401, "unauthenticated");
        } else if (path.endsWith(EVENTS)) {
            return target < 0
                    ? sequencer.append(leaves, source, request)
                    : FakeSequencer.problem(503, "log-not-trusted");
        } else if (path.endsWith(WITNESS)) {
            return exchange(request);
        } else if (path.endsWith("/restoration")) {
            return restore(request);
        } else if (path.endsWith(CONSISTENCY)) {
            return consistency(exchange.getRequestURI().getQuery());
        }
        return FakeSequencer.problem(404, "not-found");
    }

    private Reply exchange(JsonNode request) {
        if (request.has("checkpoint")) {
            shownNotes.add(request.path("checkpoint").asText());
        }
        var answer = JSON.createObjectNode();
        var note = shown != null ? shown : checkpoint() + cosigned();
        if (!note.isEmpty()) {
            answer.put("checkpoint", note);
        }
        if (target >= 0) {
            answer.put("restoreFrom", leaves.size());
        }
        var copies = answer.putArray("copies");
        for (var i = request.path("copiesAfter").asInt() + 1; i < leaves.size() && copies.size() < 200; i++) {
            if (leaves.get(i).source().equals("audit-service")) {
                describe(copies.addObject(), i, leaves.get(i));
            }
        }
        return new Reply(200, answer);
    }

    private String cosigned() {
        return String.join("", cosignatures.stream().map(line -> line + "\n").toList());
    }

    private static void describe(ObjectNode item, int index, FakeLeaf leaf) {
        item.put("leafIndex", index)
                .put("epoch", leaf.epoch())
                .put("seq", leaf.seq())
                .put("body", Base64.getEncoder().encodeToString(leaf.body()));
        if (leaf.sealed() != null) {
            item.put("sealed", Base64.getEncoder().encodeToString(leaf.sealed()));
        }
    }

    private Reply restore(JsonNode request) {
        for (var item : request.path("leaves")) {
            var leaf =
                    FakeLeaf.of(item.path("source").asText(), item.path("epoch").asInt(), item);
            staged.put(item.path("leafIndex").asInt(), leaf);
        }
        integrate();
        var answer = JSON.createObjectNode().put("restored", target < 0);
        if (target >= 0) {
            answer.put("wanted", wanted());
        }
        return new Reply(200, answer);
    }

    private int wanted() {
        return IntStream.range(leaves.size(), target)
                .filter(index -> !staged.containsKey(index))
                .findFirst()
                .orElse(target);
    }

    private void integrate() {
        if (wanted() == target) {
            IntStream.range(leaves.size(), target).forEach(index -> leaves.add(staged.get(index)));
            target = -1;
            staged.clear();
        }
    }

    private Reply consistency(String query) {
        var from = Long.parseLong(query.replaceAll(".*from=(\\d+).*", "$1"));
        var to = Long.parseLong(query.replaceAll(".*to=(\\d+).*", "$1"));
        if (from <= 0 || from > to || to > leaves.size()) {
            return FakeSequencer.problem(422, "invalid-fields");
        }
        var answer = JSON.createObjectNode().put("from", from).put("to", to);
        var path = answer.putArray("path");
        MerkleTree.consistency(from, to).answer(tree()).path().forEach(hash -> path.add(hash.base64()));
        return new Reply(200, answer);
    }

    private void tile(HttpExchange exchange, String path) throws IOException {
        var content = tree().tile(Tile.parse(path).orElseThrow());
        if (falseTiles) {
            content[content.length - 1]++;
        }
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var content = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
