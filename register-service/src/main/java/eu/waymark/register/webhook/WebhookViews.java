package eu.waymark.register.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.http.Versioned;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What webhooks look like from outside. */
final class WebhookViews {

    private WebhookViews() {}

    /** Where to be told. */
    @Schema(name = "NewWebhook", examples = "{\"url\":\"https://portal.example.org/waymark\"}")
    public record NewWebhook(
            @NotNull
            @Size(min = 8, max = 500)
            @Schema(description = "https, a name that resolves to public addresses only, port 443 or 8443.")
            String url) {}

    /** A destination and whether it is told. */
    @Schema(name = "WebhookChange", examples = "{\"url\":\"https://portal.example.org/waymark\",\"status\":\"active\"}")
    public record Change(
            @NotNull @Size(min = 8, max = 500) String url,

            @NotNull @Pattern(regexp = "active|paused", message = "must be active or paused")
            String status) {}

    /** A webhook. The secret is shown when it is made, and never again. */
    @Schema(name = "Webhook", examples = """
            {"id":"4a1c4df0-6c0f-4a4f-9d3b-0c7f6b4d2a11","url":"https://portal.example.org/waymark","status":"active",
             "failures":0,"createdAt":"2026-11-22T09:30:00Z","version":0}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String url,
            @Schema(examples = "active") String status,

            @Schema(description = "by-registrar, failures (too many in a row) or gone (the receiver answered 410).")
            @Nullable
            String pausedBecause,

            int failures,
            Instant createdAt,
            int version,

            @Schema(description = "As Standard Webhooks writes it; only in the answer that made it.") @Nullable
            String secret)
            implements Versioned {

        static View of(Webhook webhook, @Nullable String secret) {
            return new View(
                    webhook.id,
                    webhook.url,
                    webhook.status,
                    webhook.pausedBecause,
                    webhook.failures,
                    webhook.createdAt,
                    webhook.version,
                    secret);
        }

        @Override
        public String toString() {
            return "View[id=" + id + "]";
        }
    }

    /** One event on its way, and every attempt. */
    @Schema(name = "WebhookDelivery", examples = """
            {"id":"9b7f2e0c-1f0a-4e43-8d8e-7f4c9b1f0a22","status":"delivered","createdAt":"2026-11-22T09:30:00Z",
             "attempts":[{"outcome":"accepted","httpStatus":204,"at":"2026-11-22T09:30:12Z"}]}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(
            UUID id,

            @Schema(description = "pending, delivered or dead.", examples = "delivered")
            String status,

            Instant createdAt,

            @Schema(description = "When it is tried next.") @Nullable
            Instant dueAt,

            List<Attempt> attempts) {

        static Delivery of(WebhookDelivery delivery, List<Attempt> attempts) {
            var due = delivery.status.equals(WebhookDelivery.PENDING) ? delivery.dueAt : null;
            return new Delivery(delivery.id, delivery.status, delivery.createdAt, due, attempts);
        }
    }

    /** What came of one attempt. */
    @Schema(
            name = "WebhookAttempt",
            examples = "{\"outcome\":\"refused\",\"httpStatus\":500,\"at\":\"2026-11-22T09:30:12Z\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            @Schema(description = "accepted, refused, redirected, gone, timed-out, unreachable or unsafe-destination.")
            String outcome,

            @Nullable Integer httpStatus,
            Instant at) {

        static Attempt of(eu.waymark.register.webhook.WebhookAttempt attempt) {
            return new Attempt(attempt.outcome, attempt.httpStatus, attempt.at);
        }
    }
}
