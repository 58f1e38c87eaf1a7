package eu.waymark.platform.web.http;

import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.ws.rs.core.EntityTag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Optimistic versions on the wire: {@code ETag} out, {@code If-Match} in. */
public final class Versions {

    private Versions() {}

    /** The strong entity tag of a version. */
    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** 200 with what is shown and its version as the entity tag. */
    public static <T extends Versioned> RestResponse<T> tagged(T shown) {
        return RestResponse.ResponseBuilder.ok(shown).tag(tag(shown.version())).build();
    }

    /**
     * Lets an update pass only when the caller has seen the current version.
     *
     * @param ifMatch the header {@code If-Match}
     * @throws eu.waymark.platform.web.problem.ProblemException 428 when the header is absent, 412 when it is stale
     */
    public static void require(@Nullable String ifMatch, int current) {
        if (!isCurrent(ifMatch, current)) {
            throw CommonProblem.STALE.because("Read it again and decide on the current state.");
        }
    }

    /**
     * Whether the caller has seen the current version.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 428 when the header is absent
     */
    public static boolean isCurrent(@Nullable String ifMatch, int current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw CommonProblem.PRECONDITION_REQUIRED.because("Send the ETag you read as 'If-Match'.");
        }
        return ifMatch.strip().equals("\"" + current + "\"");
    }
}
