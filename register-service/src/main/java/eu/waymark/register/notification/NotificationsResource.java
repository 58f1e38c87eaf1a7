package eu.waymark.register.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.persistence.access.Permits;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.util.Map;
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

    private final Permits permits;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    NotificationsResource(
            Permits permits, Notifications notifications, AuditedWork audited, CurrentCaller caller, Clock clock) {
        this.permits = permits;
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
            @Parameter(description = "Only those of this kind, for example look-confirmed.")
                    @QueryParam("kind")
                    @Pattern(regexp = "[a-z-]{1,40}", message = "must be a kind of notification")
                    @Nullable
                    String kind,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.NOTIFICATIONS_READ, trail -> {
            permits.requireTold();
            var rows = notifications.of(caller.get().agency(), open, kind, page.after(), page.limit());
            var shown = rows.stream().limit(page.limit()).toList();
            notifications.trace(shown, trail);
            trail.returned(shown.size());
            return Page.of(rows, page.limit(), n -> new Cursor(n.createdAt, n.id), NotificationView::of);
        });
    }

    /** How much is open. */
    @Schema(
            name = "OpenNotifications",
            examples = "{\"total\":3,\"byKind\":{\"look-confirmed\":2,\"transfer-proposed\":1}}")
    public record Open(long total, Map<String, Long> byKind) {}

    /** Several at once. */
    @Schema(name = "Acknowledgements", examples = "{\"ids\":[\"0f0c4a52-4d7c-4d9e-8f5a-0f1f5b0f7f10\"]}")
    public record Acknowledgements(
            @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> ids) {}

    /** How many of them are in your inbox, and so are acknowledged now. */
    @Schema(name = "Acknowledged", examples = "{\"acknowledged\":1}")
    public record Acknowledged(int acknowledged) {}

    @GET
    @Path("/open")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "How many of your agency's notifications nobody has acknowledged, by kind")
    public Open open() {
        return audited.run(RegisterEvent.NOTIFICATIONS_READ, trail -> {
            permits.requireTold();
            var open = notifications.open(caller.get().agency());
            trail.note("counted", "true");
            return new Open(open.values().stream().mapToLong(Long::longValue).sum(), open);
        });
    }

    @POST
    @Path("/acknowledgements")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "Acknowledge several notifications",
            description = "Those that are not in your inbox are passed over; the answer says how many were.")
    public Acknowledged acknowledgeSeveral(@NotNull @Valid Acknowledgements several) {
        return audited.run(RegisterEvent.NOTIFICATION_ACKNOWLEDGED, trail -> {
            permits.requireTold();
            var found = notifications.list("id in ?1", several.ids()).stream()
                    .filter(one -> one.agency.equals(caller.get().agency()) && notifications.isShown(one))
                    .toList();
            notifications.trace(found, trail);
            found.forEach(one -> one.acknowledge(caller.get().subject(), clock.instant()));
            trail.returned(found.size());
            return new Acknowledged(found.size());
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
            permits.requireTold();
            notifications.trace(List.of(notification), trail);
            notification.acknowledge(caller.get().subject(), clock.instant());
            return NotificationView.of(notification);
        });
    }
}
