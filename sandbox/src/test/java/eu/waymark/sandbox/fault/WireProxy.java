package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a service and PostgreSQL, understands just enough of the protocol to know which statement passes, and
 * does to it what the test says: at a chosen statement, before the server gets it or before the client gets its answer.
 */
final class WireProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int server;
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private final Set<WireSession> sessions = ConcurrentHashMap.newKeySet();

    private WireProxy(ServerSocket listener, int server) {
        this.listener = listener;
        this.server = server;
    }

    /** @param server the port of PostgreSQL */
    static WireProxy to(int server) throws IOException {
        var proxy = new WireProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Sets a trap; it stays until it is lifted, or has struck as often as it may. */
    Trap set(Trap trap) {
        traps.add(trap);
        return trap;
    }

    void lift() {
        traps.forEach(Trap::lift);
        traps.clear();
    }

    /** Cuts every connection, as a failing network would. */
    void cutAll() {
        sessions.forEach(WireSession::cut);
    }

    void strike(Moment moment, String sql, WireSession session) throws IOException {
        for (var trap : traps) {
            trap.meet(moment, sql, session);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                open(listener.accept());
            } catch (IOException closed) {
                // The listener was closed, or PostgreSQL is away: the client finds out by itself.
                continue;
            }
        }
    }

    private void open(Socket client) throws IOException {
        try {
            var session = new WireSession(this, client, new Socket(InetAddress.getLoopbackAddress(), server));
            sessions.add(session);
            session.start(() -> sessions.remove(session));
        } catch (IOException away) {
            client.close();
        }
    }

    @Override
    public void close() {
        try {
            lift();
            listener.close();
            cutAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
