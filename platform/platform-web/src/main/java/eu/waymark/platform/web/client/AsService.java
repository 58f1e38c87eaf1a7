package eu.waymark.platform.web.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Calls another service as this service, with no person behind it. */
public class AsService implements ClientRequestFilter {

    private final ServiceToken token;

    AsService(ServiceToken token) {
        this.token = token;
    }

    @Override
    public void filter(ClientRequestContext call) {
        call.getHeaders().putSingle("Authorization", "Bearer " + token.get());
    }
}
