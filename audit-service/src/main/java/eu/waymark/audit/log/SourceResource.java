package eu.waymark.audit.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.audit.jdbc.SqlFailure;
import eu.waymark.audit.log.Sequence.Placed;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.Faults;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the relays of the producers bring their events. */
@Path("/internal/v1/sources")
@Tag(name = "internal")
class SourceResource {

    private static final Logger LOG = Logger.getLogger(SourceResource.class);
    private static final int MAX_BATCH = 500;

    private final Appending appending;
    private final Checkpoints checkpoints;
    private final CurrentCaller caller;

    SourceResource(Appending appending, Checkpoints checkpoints, CurrentCaller caller) {
        this.appending = appending;
        this.checkpoints = checkpoints;
        this.caller = caller;
    }

    @Schema(name = "EventBatch")
    record Batch(
            @Schema(description = "1, and one more after each restore of the producer's database", examples = "1")
            @Min(1)
            int epoch,

            @NotEmpty @Size(max = MAX_BATCH) List<@NotNull @Valid Item> events) {}

    @Schema(name = "NumberedEvent")
    record Item(
            @Schema(description = "Dense within source and epoch, from 1", examples = "17") @Min(1)
            long seq,

            @Schema(
                    type = SchemaType.STRING,
                    format = "byte",
                    description = "base64 of the canonical bytes (RFC 8785), at most 65535")
            @NotNull
            byte[] body,

            @Schema(
                    type = SchemaType.STRING,
                    format = "byte",
                    description = "base64 of the sealed details that the event vouches for")
            @Nullable
            byte[] sealed) {}

    @Schema(name = "Acknowledgement", requiredProperties = "acknowledged")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Acknowledgement(
            List<Place> acknowledged,

            @Schema(description = "The newest signed checkpoint; absent before the first") @Nullable
            String checkpoint) {}

    @Schema(
            name = "EventPlace",
            requiredProperties = {"seq", "leafIndex", "status"})
    record Place(
            @Schema(examples = "17") long seq,
            @Schema(examples = "41") long leafIndex,
            Status status) {

        static Place of(Placed placed) {
            return new Place(placed.seq(), placed.leafIndex(), placed.duplicate() ? Status.DUPLICATE : Status.NEW);
        }
    }

    @Schema(name = "AppendStatus")
    enum Status {
        @JsonProperty("new")
        NEW,
        @JsonProperty("duplicate")
        DUPLICATE
    }

    @POST
    @Path("{source}/events")
    @RolesAllowed("service")
    @Operation(
            operationId = "appendEvents",
            summary = "Append events to the log",
            description = "All or none, durable when answered. Events sent again are answered with their first place; "
                    + "409 for a gap before them (naming the number expected), or another event in a taken place.")
    public Acknowledgement append(String source, @NotNull @Valid Batch batch) {
        Relays.requireOwn(caller, source);
        var events = batch.events().stream()
                .map(item -> new Numbered(item.seq(), item.body(), item.sealed()))
                .toList();
        var placed = appending.append(source, batch.epoch(), events);
        return new Acknowledgement(placed.stream().map(Place::of).toList(), newest());
    }

    /** Only a courtesy: the events are durable and must be acknowledged, whatever the database does now. */
    private @Nullable String newest() {
        try {
            return checkpoints.newest().map(Checkpoints.Signed::cosigned).orElse(null);
        } catch (SqlFailure away) {
            LOG.warnf("Acknowledged without the newest checkpoint: %s", Faults.describe(away));
            return null;
        }
    }
}
