package eu.waymark.referral.person;

import eu.waymark.platform.web.client.OnBehalfOfCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one question that this service asks identity, in the name of the person it works for. */
@RegisterRestClient(configKey = "identity")
@RegisterProvider(OnBehalfOfCaller.class)
@Path("/internal/v1/persons")
interface IdentityClient {

    @GET
    @Path("/{id}")
    PersonRecord person(@PathParam("id") UUID id);
}
