package eu.waymark.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sends relays on to another replica while this one waits for witnesses. A relay keeps its connection, and so its replica,
 * as long as it can; of three relays and two replicas one would wait for ever to be visited by a second.
 */
@ApplicationScoped
class RoamingRelays {

    private static final String DOORS = "/internal/v1/sources/";

    private final LogGate gate;

    RoamingRelays(LogGate gate) {
        this.gate = gate;
    }

    @ServerResponseFilter
    void closeConnection(ContainerRequestContext request, ContainerResponseContext response) {
        if (gate.isWaiting() && request.getUriInfo().getPath().startsWith(DOORS)) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }
}
