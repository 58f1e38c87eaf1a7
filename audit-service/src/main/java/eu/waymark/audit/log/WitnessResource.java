package eu.waymark.audit.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.audit.log.Copies.Copy;
import eu.waymark.audit.log.Restoring.Brought;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.CurrentCaller;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the producers, who are the witnesses of the log, meet it. */
@Path("/internal/v1/sources")
@RolesAllowed("service")
@Tag(name = "internal")
class WitnessResource {

    private final Exchange exchange;
    private final Copies copies;
    private final Restoring restoring;
    private final CurrentCaller caller;

    WitnessResource(Exchange exchange, Copies copies, Restoring restoring, CurrentCaller caller) {
        this.exchange = exchange;
        this.copies = copies;
        this.restoring = restoring;
        this.caller = caller;
    }

    @Schema(name = "WitnessShows")
    record Shown(
            @Schema(description = "The newest checkpoint that this witness has verified and signed; absent: none")
            @Size(max = 20_000)
            @Nullable
            String checkpoint,

            @Schema(description = "The last copy it holds of the log's own leaves; -1 for none", examples = "-1")
            @Min(-1)
            long copiesAfter) {}

    @Schema(name = "LogShows", requiredProperties = "copies")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Schema(description = "The newest checkpoint with the cosignatures known; absent before the first")
            @Nullable
            String checkpoint,

            @Schema(description = "Leaves of the audit service itself, for safekeeping")
            List<Kept> copies,

            @Schema(description = "Present while leaves are lost: bring back what you hold from this one on") @Nullable
            Long restoreFrom) {}

    @Schema(
            name = "LeafCopy",
            requiredProperties = {"leafIndex", "epoch", "seq", "body"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(long leafIndex, int epoch, long seq, byte[] body, byte @Nullable [] sealed) implements Personal {

        static Kept of(Copy copy) {
            var event = copy.event();
            return new Kept(copy.leafIndex(), copy.epoch(), event.seq(), event.body(), event.sealed());
        }

        @Override
        public String toString() {
            return Personal.REDACTED;
        }
    }

    @Schema(name = "Restoration")
    record Bringing(@NotEmpty @Size(max = 500) List<@NotNull @Valid Returned> leaves) {}

    @Schema(name = "ReturnedLeaf")
    record Returned(
            @Min(0) long leafIndex,
            @NotNull @Size(min = 1, max = 200) String source,
            @Min(1) int epoch,
            @Min(1) long seq,
            @NotNull byte[] body,
            byte @Nullable [] sealed)
            implements Personal {

        Brought brought() {
            return new Brought(leafIndex, source, epoch, new Numbered(seq, body, sealed));
        }

        @Override
        public String toString() {
            return Personal.REDACTED;
        }
    }

    @Schema(name = "RestorationProgress", requiredProperties = "restored")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            @Schema(description = "The first leaf still missing") @Nullable
            Long wanted,

            boolean restored) {}

    @POST
    @Path("{source}/witness")
    @Operation(
            operationId = "exchangeCheckpoints",
            summary = "Show the last checkpoint, and be shown the newest",
            description = "A witness shows what it has verified, stored and signed; the log keeps its signature.")
    public Answer exchange(String source, @NotNull @Valid Shown shown) {
        Relays.requireOwn(caller, source);
        exchange.show(source, shown.checkpoint());
        var newest = exchange.newest();
        return new Answer(
                newest.map(Checkpoints.Signed::cosigned).orElse(null),
                newest
                        .map(checkpoint -> copies.between(shown.copiesAfter(), checkpoint.size()))
                        .orElse(List.of())
                        .stream()
                        .map(Kept::of)
                        .toList(),
                exchange.restoreFrom().orElse(null));
    }

    @POST
    @Path("{source}/restoration")
    @Operation(
            operationId = "restoreLeaves",
            summary = "Bring back leaves that the log has lost",
            description = "Only while a witness holds a checkpoint that the log does not reach.")
    public Progress restore(String source, @NotNull @Valid Bringing bringing) {
        Relays.requireOwn(caller, source);
        var progress = restoring.bring(
                source, bringing.leaves().stream().map(Returned::brought).toList());
        return new Progress(progress.wanted(), progress.complete());
    }
}
