package eu.waymark.register.entry;

import eu.waymark.platform.web.client.OnBehalfOfCaller;
import eu.waymark.platform.web.client.UpstreamProblems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the register asks identity about a person record: whose it is, and its pseudonym. */
@Path("/internal/v1/persons")
@RegisterRestClient(configKey = "identity")
@RegisterProvider(OnBehalfOfCaller.class)
@RegisterProvider(UpstreamProblems.class)
interface PersonRecords {

    record PersonRecord(UUID recordId, String tag, String agency, String country) {}

    @GET
    @Path("/{id}")
    PersonRecord find(UUID id);
}
