package eu.waymark.platform.persistence.idempotency;

import eu.waymark.platform.web.http.CurrentIdempotency;
import eu.waymark.platform.web.http.IdempotencyKey;
import eu.waymark.platform.web.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers a write that was done before with the status and place it had, and lets a new one claim its key. */
public class IdempotencyFilter {

    private static final String REPLAYED = "Idempotent-Replay";
    private static final Set<String> REPEATABLE = Set.of("POST", "PUT", "PATCH");

    private final Idempotency idempotency;
    private final CurrentIdempotency current;

    IdempotencyFilter(Idempotency idempotency, CurrentIdempotency current) {
        this.idempotency = idempotency;
        this.current = current;
    }

    @ServerRequestFilter(readBody = true)
    public Uni<Response> replay(ContainerRequestContext request) {
        var header = request.getHeaderString(IdempotencyKey.HEADER);
        if (header == null
                || !REPEATABLE.contains(request.getMethod())
                || !(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken caller)) {
            return Uni.createFrom().nullItem();
        }
        var key = key(header, request);
        current.set(key);
        return Uni.createFrom()
                .item(() -> idempotency
                        .find(caller.getSubject(), key)
                        .map(IdempotencyFilter::response)
                        .orElse(null))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Response response(Idempotency.Replay replay) {
        if (!replay.isSameRequest()) {
            throw CommonProblem.IDEMPOTENCY_MISMATCH.because("Use a new key for a new request.");
        }
        var response = Response.status(replay.status()).header(REPLAYED, "true");
        return replay.location() == null
                ? response.build()
                : response.location(URI.create(replay.location())).build();
    }

    private static IdempotencyKey key(String header, ContainerRequestContext request) {
        if (!IdempotencyKey.isWellFormed(header)) {
            throw CommonProblem.INVALID_REQUEST
                    .because("An idempotency key has at most 64 letters, digits, hyphens or underscores.")
                    .at(IdempotencyKey.HEADER, "is not well formed");
        }
        try {
            var body = hasBody(request) ? request.getEntityStream().readAllBytes() : new byte[0];
            request.setEntityStream(new ByteArrayInputStream(body));
            var hash = MessageDigest.getInstance("SHA-256");
            var uri = request.getUriInfo().getRequestUri();
            hash.update((request.getMethod() + " " + uri.getRawPath() + "?" + uri.getRawQuery() + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new IdempotencyKey(header, hash.digest(body));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** An operation that takes no body has none read beforehand, and reading then fails even where nothing was sent. */
    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    }
}
