package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.identity.IdentityProblem;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a sealed link stands. The database refuses every other move too. */
@Schema(name = "SealedLinkStatus")
enum SealedLinkStatus {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("in-force")
    IN_FORCE,
    @JsonProperty("ended")
    ENDED;

    private static final Map<SealedLinkStatus, Set<SealedLinkStatus>> NEXT =
            Map.of(PROPOSED, Set.of(IN_FORCE, ENDED), IN_FORCE, Set.of(ENDED));

    SealedLinkStatus to(SealedLinkStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw IdentityProblem.ILLEGAL_TRANSITION.because("Read it again: somebody has moved it on.");
        }
        return next;
    }
}
