package eu.waymark.register.webhook;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.webhook.WebhookViews.Delivery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What was sent to a webhook, and what was given up. */
@Produces(MediaType.APPLICATION_JSON)
@Path(WebhooksResource.PATH + "/{id}")
@PurposeFree
@Tag(name = "webhooks")
public class DeliveriesResource {

    private static final String REGISTRAR = "registrar";

    private final KeepingWebhooks keeping;
    private final Deliveries deliveries;
    private final AuditedWork audited;

    DeliveriesResource(KeepingWebhooks keeping, Deliveries deliveries, AuditedWork audited) {
        this.keeping = keeping;
        this.deliveries = deliveries;
        this.audited = audited;
    }

    @GET
    @Path("/deliveries")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "What was sent or is to be, newest first, with every attempt; kept for 30 days")
    public Page<Delivery> deliveries(UUID id, @BeanParam @Valid PageRequest page) {
        return list(id, false, page);
    }

    @GET
    @Path("/dead-letters")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "What was given up, newest first")
    public Page<Delivery> deadLetters(UUID id, @BeanParam @Valid PageRequest page) {
        return list(id, true, page);
    }

    @POST
    @Path("/dead-letters/{delivery}/replays")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Send once more what was given up", description = "With the id it had.")
    @APIResponseSchema(value = Delivery.class, responseCode = "202")
    public RestResponse<Delivery> replay(UUID id, UUID delivery) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, audited.run(RegisterEvent.WEBHOOK_CHANGED, trail -> {
            trail.note("change", "replay");
            keeping.own(id, LockModeType.NONE, trail);
            return deliveries.view(deliveries.replay(id, delivery));
        }));
    }

    @POST
    @Path("/tests")
    @RolesAllowed(REGISTRAR)
    @Operation(
            summary = "Send a test event",
            description =
                    "It looks like any other. What came of it stands among the deliveries. An agency has so many an hour: then"
                            + " 429, with when to ask again.")
    @APIResponseSchema(value = Delivery.class, responseCode = "202")
    public RestResponse<Delivery> test(UUID id) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, audited.run(RegisterEvent.WEBHOOK_CHANGED, trail -> {
            trail.note("change", "test");
            return deliveries.view(deliveries.test(keeping.own(id, LockModeType.NONE, trail)));
        }));
    }

    private Page<Delivery> list(UUID id, boolean onlyDead, PageRequest page) {
        return audited.run(RegisterEvent.WEBHOOKS_READ, trail -> {
            keeping.own(id, LockModeType.NONE, trail);
            var rows = deliveries.of(id, onlyDead, page.after(), page.limit());
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), d -> new Cursor(d.createdAt, d.id), deliveries::view);
        });
    }
}
