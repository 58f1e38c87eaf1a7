package eu.waymark.register.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The inbox of the caller's agency. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/notifications")
@Tag(name = "notifications", description = "What your agency should know of")
public class NotificationsResource {

    private final Notifications notifications;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    NotificationsResource(Notifications notifications, AuditedWork audited, CurrentCaller caller, Clock clock) {
        this.notifications = notifications;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    /** A notification, with who did it and why. */
    @Schema(name = "Notification", examples = """
            {"id":"0f0c4a52-4d7c-4d9e-8f5a-0f1f5b0f7f10","kind":"look-confirmed","reference":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11",
             "fromAgency":"FR-69-CRIP","fromName":"Claire Moreau","purpose":"CP-ASSESS","createdAt":"2026-11-22T09:30:00Z"}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NotificationView(
            UUID id,
            String kind,
            UUID reference,
            String fromAgency,
            @Nullable String fromName,
            @Nullable String purpose,
            Instant createdAt,
            @Nullable Instant acknowledgedAt)
            implements Personal {

        static NotificationView of(Notification n) {
            return new NotificationView(
                    n.id, n.kind, n.reference, n.fromAgency, n.fromName, n.purpose, n.createdAt, n.acknowledgedAt);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "Your agency's notifications, newest first")
    public Page<NotificationView> list(
            @Parameter(description = "Only those that nobody has acknowledged.")
                    @QueryParam("open")
                    @DefaultValue("false")
                    boolean open,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.NOTIFICATIONS_READ, trail -> {
            var rows = notifications.of(caller.get().agency(), open, page.after(), page.limit());
            var shown = rows.stream().limit(page.limit()).toList();
            notifications.trace(shown, trail);
            trail.returned(shown.size());
            return Page.of(rows, page.limit(), n -> new Cursor(n.createdAt, n.id), NotificationView::of);
        });
    }

    @POST
    @Path("/{id}/acknowledgements")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "Acknowledge a notification", description = "Again and again changes nothing.")
    public NotificationView acknowledge(UUID id) {
        return audited.run(RegisterEvent.NOTIFICATION_ACKNOWLEDGED, trail -> {
            trail.resource(id.toString());
            var notification = notifications
                    .findByIdOptional(id)
                    .filter(found -> found.agency.equals(caller.get().agency()) && notifications.isShown(found))
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such notification in your inbox."));
            notifications.trace(List.of(notification), trail);
            notification.acknowledge(caller.get().subject(), clock.instant());
            return NotificationView.of(notification);
        });
    }
}
