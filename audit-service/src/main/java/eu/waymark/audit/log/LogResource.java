package eu.waymark.audit.log;

import eu.waymark.log.ConsistencyProof;
import eu.waymark.log.Hash;
import eu.waymark.platform.web.caller.PurposeFree;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What anybody may see of the log, and needs in order not to have to trust it. */
@Path("/api/audit/v1/log")
@PurposeFree
@Tag(name = "Log", description = "Checkpoints and proofs of the transparency log; they tell nothing about anybody")
class LogResource {

    private static final String KEY_EXAMPLE =
            "waymark.example/log+b761547d+AdRbPP+R0lcMqTdBlQJ6QVItmzpEi9PArS4o3zTiV+ZH";

    private final Proofs proofs;
    private final LogKey key;
    private final Witnesses witnesses;

    LogResource(Proofs proofs, LogKey key, Witnesses witnesses) {
        this.proofs = proofs;
        this.key = key;
        this.witnesses = witnesses;
    }

    @Schema(
            name = "ConsistencyProof",
            requiredProperties = {"from", "to", "path"},
            description = "That the larger log extends the smaller one (RFC 9162, 2.1.4)")
    record Consistency(
            @Schema(examples = "41") long from,
            @Schema(examples = "107") long to,

            @Schema(description = "base64 of SHA-256 values")
            List<String> path) {

        static Consistency of(ConsistencyProof proof) {
            return new Consistency(
                    proof.from(),
                    proof.to(),
                    proof.path().stream().map(Hash::base64).toList());
        }
    }

    @GET
    @Path("checkpoint")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @SecurityRequirements
    @Operation(
            operationId = "readCheckpoint",
            summary = "The newest signed size and root",
            description = "A C2SP tlog-checkpoint note.")
    @APIResponse(
            responseCode = "200",
            description = "The checkpoint",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> checkpoint() {
        return cached("public, max-age=1", proofs.newest().cosigned());
    }

    @GET
    @Path("key")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @SecurityRequirements
    @Operation(
            operationId = "readLogKey",
            summary = "The key that verifies checkpoints",
            description = "A C2SP signed-note verifier key.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            example = KEY_EXAMPLE))
    public RestResponse<String> key() {
        return cached("public, max-age=3600", key.verifier().encoded());
    }

    @GET
    @Path("policy")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @SecurityRequirements
    @Operation(
            operationId = "readLogPolicy",
            summary = "The log's key, its witnesses, and how many of them must have signed",
            description =
                    "A C2SP tlog-policy file. Keep a copy: a policy that changes must be explained by its operator.")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "log " + KEY_EXAMPLE + "\nquorum none\n"))
    public RestResponse<String> policy() {
        return cached("public, max-age=3600", witnesses.policy(key.verifier()).text());
    }

    @GET
    @Path("consistency")
    @Authenticated
    @Operation(operationId = "proveConsistency", summary = "Prove that the log only grew between two sizes")
    public RestResponse<Consistency> consistency(
            @Parameter(description = "The smaller size, at least 1", example = "41") @RestQuery @NotNull Long from,
            @Parameter(description = "The larger size, covered by a checkpoint", example = "107") @RestQuery @NotNull
                    Long to) {
        var proof = proofs.consistency(from, to);
        return new Vouched<>(Consistency.of(proof.part()), proof.published()).answer("public");
    }

    private static <T> RestResponse<T> cached(String howLong, T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header("Cache-Control", howLong)
                .build();
    }
}
