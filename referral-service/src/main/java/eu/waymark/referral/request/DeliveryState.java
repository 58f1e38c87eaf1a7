package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a request has come on its way to the desk. */
@Schema(name = "InformationDeliveryState")
enum DeliveryState {
    /** The register has not taken it yet. */
    @JsonProperty("waiting")
    WAITING,
    /** The desk has been notified. */
    @JsonProperty("delivered")
    DELIVERED,
    /** The desk has confirmed it. */
    @JsonProperty("received")
    RECEIVED,
    /** Refused for good on its way, or confirmed by nobody for 48 hours: call the desk. Nothing is lost. */
    @JsonProperty("undelivered")
    UNDELIVERED;

    /** After so long without a receipt the sender is alarmed (scenario S9). */
    static final Duration PATIENCE = Duration.ofHours(48);

    static DeliveryState of(InformationRequest request, RequestParts.Telling telling, Instant now) {
        if (request.receivedAt != null) {
            return RECEIVED;
        }
        if (telling.buried() || request.status == RequestStatus.SENT && !now.isBefore(request.askedAt.plus(PATIENCE))) {
            return UNDELIVERED;
        }
        return telling.waitingSince() == null ? DELIVERED : WAITING;
    }
}
