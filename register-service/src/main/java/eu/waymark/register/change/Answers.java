package eu.waymark.register.change;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** How a resource answers whoever proposes: 202 with the proposal, 204 where it is so already. */
public final class Answers {

    private Answers() {}

    public static RestResponse<ChangeView> to(Optional<ChangeView> proposal) {
        return proposal.map(change -> RestResponse.ResponseBuilder.create(Response.Status.ACCEPTED, change)
                        .location(URI.create(ChangesResource.PATH + "/" + change.id()))
                        .build())
                .orElseGet(RestResponse::noContent);
    }
}
