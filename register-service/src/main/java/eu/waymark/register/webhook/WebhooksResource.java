package eu.waymark.register.webhook;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.webhook.WebhookViews.Change;
import eu.waymark.register.webhook.WebhookViews.NewWebhook;
import eu.waymark.register.webhook.WebhookViews.View;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where an agency's portal is told that its inbox has changed. Kept by the agency's registrar; no child is seen here. */
@Produces(MediaType.APPLICATION_JSON)
@Path(WebhooksResource.PATH)
@PurposeFree
@Tag(name = "webhooks", description = "Tell your portal that its inbox has changed")
public class WebhooksResource {

    static final String PATH = "/api/register/v1/webhooks";

    private static final String REGISTRAR = "registrar";

    private final KeepingWebhooks keeping;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    WebhooksResource(KeepingWebhooks keeping, EntityManager entities, AuditedWork audited, CurrentCaller caller) {
        this.keeping = keeping;
        this.entities = entities;
        this.audited = audited;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(REGISTRAR)
    @Operation(
            summary = "Register a destination of your agency's portal",
            description = "The answer holds the secret, once. A CloudEvent of one constant type is posted, signed by"
                    + " Standard Webhooks; it says nothing but that the inbox has something to read.")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> register(@NotNull @Valid NewWebhook wanted) {
        var webhook = keeping.register(wanted.url());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, webhook)
                .location(URI.create(PATH + "/" + webhook.id()))
                .tag(Versions.tag(webhook.version()))
                .build();
    }

    @GET
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Your agency's webhooks, newest first")
    public Page<View> list(@BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.WEBHOOKS_READ, trail -> {
            keeping.require();
            var after = page.after();
            var query = entities.createQuery(
                            "from Webhook where agency = :agency and status <> 'removed'"
                                    + (after.isPresent() ? " and (createdAt, id) < (:time, :id)" : "")
                                    + " order by createdAt desc, id desc",
                            Webhook.class)
                    .setParameter("agency", caller.get().agency());
            after.ifPresent(place -> query.setParameter("time", place.time()).setParameter("id", place.id()));
            var rows = query.setMaxResults(page.limit() + 1).getResultList();
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), w -> new Cursor(w.createdAt, w.id), w -> View.of(w, null));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "One webhook")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public RestResponse<View> read(UUID id) {
        return Versions.tagged(audited.run(
                RegisterEvent.WEBHOOKS_READ, trail -> View.of(keeping.own(id, LockModeType.NONE, trail), null)));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(REGISTRAR)
    @Operation(
            summary = "Change the destination, pause or resume",
            description = "What came up meanwhile is told once on resuming.")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public RestResponse<View> change(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Change change) {
        return Versions.tagged(keeping.change(id, ifMatch, change));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Remove a webhook", description = "Its secrets are destroyed.")
    public void remove(UUID id) {
        keeping.remove(id);
    }

    @POST
    @Path("/{id}/secrets")
    @RolesAllowed(REGISTRAR)
    @Operation(
            summary = "Replace the secret",
            description = "The answer holds the new one, once. Messages carry signatures by both for a day.")
    public View rotate(UUID id) {
        return keeping.rotate(id);
    }
}
