package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.client.OnBehalfOfCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What identity holds of an age, asked and told in the name of the person this service works for. */
@RegisterRestClient(configKey = "identity")
@RegisterProvider(OnBehalfOfCaller.class)
@Path("/api/identity/v1/identities")
interface AgeStatusClient {

    /** The identity of a person record. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Identified(UUID id) {}

    /** How old somebody is taken to be. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AgeStatus(String state, int version) {}

    /** A move of the age status. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgeMove(String state, boolean traffickingIndicator) {}

    @GET
    @Path("/of-record/{record}")
    Identified ofRecord(@PathParam("record") UUID record);

    @GET
    @Path("/{id}/age-status")
    AgeStatus read(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/age-status")
    AgeStatus move(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AgeMove move);
}
