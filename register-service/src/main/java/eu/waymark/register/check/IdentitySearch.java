package eu.waymark.register.check;

import eu.waymark.platform.web.client.OnBehalfOfCaller;
import eu.waymark.platform.web.client.UpstreamProblems;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks identity, on behalf of the person, which person records may be the child. */
@Path("/internal/v1/searches")
@RegisterRestClient(configKey = "identity")
@RegisterProvider(OnBehalfOfCaller.class)
@RegisterProvider(UpstreamProblems.class)
interface IdentitySearch {

    record Found(long population, List<Match> matches) {}

    record Match(UUID recordId, String tag, String agency, String country, String band, Agreement agreement) {

        boolean isCertain() {
            return band.equals("certain");
        }
    }

    /** A person record of the asker's own agency. */
    record RecordedChild(UUID recordId) {}

    @POST
    Found search(Demographics child);

    @POST
    @Path("/by-record")
    Found search(RecordedChild child);
}
