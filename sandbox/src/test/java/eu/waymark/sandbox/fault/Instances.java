package eu.waymark.sandbox.fault;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The instances of the service that relays know at the moment. Changed while they are at work. */
final class Instances {

    private final List<URI> addresses = new CopyOnWriteArrayList<>();

    Instances(AuditProcess... processes) {
        use(processes);
    }

    void use(AuditProcess... processes) {
        var known = List.of(processes).stream().map(AuditProcess::address).toList();
        addresses.clear();
        addresses.addAll(known);
    }

    /** The one for this turn; turns take turns. */
    URI pick(long turn) {
        var known = List.copyOf(addresses);
        // A moment without any is a refused connection, as when all replicas are down.
        return known.isEmpty() ? URI.create("http://127.0.0.1:9") : known.get((int) (turn % known.size()));
    }
}
