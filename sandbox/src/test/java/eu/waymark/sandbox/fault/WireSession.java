package eu.waymark.sandbox.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One connection through the proxy (PostgreSQL frontend/backend protocol 3.0), each direction in its own thread. */
final class WireSession {

    /** The commit that makes events durable, by which it is told from all others. */
    static final String COMMIT_OF_LEAVES = "commit of leaves";

    private static final String PREPARING = "PBD";
    private static final int BUFFER = 64 * 1024;

    private final WireProxy proxy;
    private final Socket client;
    private final Socket server;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    /** Statements that the server has and has not answered. */
    private final ConcurrentLinkedQueue<String> running = new ConcurrentLinkedQueue<>();

    private boolean writesLeaves;

    WireSession(WireProxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    private interface Pump {
        void run() throws IOException;
    }

    void start(Runnable ended) {
        Thread.ofVirtual().start(() -> untilTheEnd(this::toServer, ended));
        Thread.ofVirtual().start(() -> untilTheEnd(this::toClient, ended));
    }

    private void untilTheEnd(Pump pump, Runnable ended) {
        try {
            pump.run();
        } catch (IOException over) {
            // One side is gone; the other shall know.
        } finally {
            cut();
            ended.run();
        }
    }

    void cut() {
        close(client);
        close(server);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is what it should be.
        }
    }

    private void toServer() throws IOException {
        var in = input(client);
        var out = output(server);
        // The first message has no type.
        var length = in.readInt();
        out.writeInt(length);
        out.write(in.readNBytes(length - 4));
        out.flush();
        while (true) {
            var message = Message.read(in);
            var sql = begun(message);
            if (!sql.isEmpty()) {
                proxy.strike(Moment.SENT, sql, this);
                running.add(sql);
            }
            message.write(out);
            // What only prepares a statement waits for it, or a held statement would leave the server half told.
            if (in.available() == 0 && PREPARING.indexOf(message.type) < 0) {
                out.flush();
            }
        }
    }

    /** The statement that this message sets in motion; empty for none. */
    private String begun(Message message) {
        return switch (message.type) {
            case 'P' -> {
                var name = message.text(0);
                statements.put(name, message.text(name.length() + 1));
                yield "";
            }
            case 'B' -> {
                var portal = message.text(0);
                portals.put(portal, statements.getOrDefault(message.text(portal.length() + 1), ""));
                yield "";
            }
            case 'E' -> normal(portals.getOrDefault(message.text(0), ""));
            case 'Q' -> normal(message.text(0));
            default -> "";
        };
    }

    private String normal(String sql) {
        var statement = sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (statement.startsWith("copy guarded.leaf")) {
            writesLeaves = true;
        } else if (statement.equals("commit") || statement.equals("rollback")) {
            var kind = writesLeaves && statement.equals("commit") ? COMMIT_OF_LEAVES : statement;
            writesLeaves = false;
            return kind;
        }
        return statement;
    }

    private void toClient() throws IOException {
        var in = input(server);
        var out = output(client);
        while (true) {
            var message = Message.read(in);
            switch (message.type) {
                case 'C' -> {
                    var sql = running.poll();
                    if (sql != null) {
                        out.flush();
                        proxy.strike(Moment.ANSWERED, sql, this);
                    }
                }
                case 'E', 'I' -> running.poll();
                case 'Z' -> running.clear();
                default -> {
                    // Rows and the like pass.
                }
            }
            message.write(out);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    private static DataInputStream input(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    }

    private static DataOutputStream output(Socket socket) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    }

    /** A type, a length that counts itself, and the content. */
    private record Message(byte type, byte[] content) {

        static Message read(DataInputStream in) throws IOException {
            var type = in.readByte();
            return new Message(type, in.readNBytes(in.readInt() - Integer.BYTES));
        }

        void write(DataOutputStream out) throws IOException {
            out.writeByte(type);
            out.writeInt(content.length + Integer.BYTES);
            out.write(content);
        }

        /** The text from here to the next zero byte. */
        String text(int from) {
            var end = from;
            while (end < content.length && content[end] != 0) {
                end++;
            }
            return new String(content, from, end - from, StandardCharsets.UTF_8);
        }
    }
}
