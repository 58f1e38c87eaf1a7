package eu.waymark.register.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Policies as they go over the wire. */
final class PolicyViews {

    private PolicyViews() {}

    /** A policy that somebody wants to be in force. */
    @Schema(
            name = "PolicyProposal",
            examples =
                    "{\"document\":{\"version\":\"2027-01\",\"rules\":[{\"id\":\"schools-ask\",\"roles\":[\"practitioner\"],\"agencyTypes\":[\"school\"],\"purposes\":[\"CP-ASSESS\"],\"relationships\":[\"none\"],\"level\":\"EXISTENCE\",\"actions\":[\"check\"]}]},\"validFrom\":\"2027-01-01T00:00:00Z\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PolicyProposal(
            @Schema(description = "The whole policy: its version, and every rule. What no rule names is denied.")
            @NotNull
            Map<String, Object> document,

            @Schema(description = "At once, when it is confirmed, where absent or past.") @Nullable
            Instant validFrom) {}

    /** When a version was, or will be, put in force. */
    @Schema(name = "PolicyPublication")
    public record PublicationView(String version, Instant validFrom, Instant publishedAt) {

        static PublicationView of(Policy policy) {
            return new PublicationView(policy.version, policy.validFrom, policy.publishedAt);
        }
    }

    /** A version of the access policy, as it was written. */
    @Schema(name = "Policy")
    public record PolicyView(String version, Map<String, Object> document) {}

    /** Why the caller may, or may not, and what alone would be enough. */
    @Schema(name = "AccessExplanation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExplanationView(
            @Schema(examples = "FULL") String asked,
            boolean permitted,

            @Schema(description = "The most that may be read.")
            String level,

            List<String> roles,
            String agencyType,
            String purpose,

            @Schema(description = "What your agency's own records say that you are to the child.")
            String relationship,

            String policyVersion,

            @Schema(description = "The rule that decided, floor, or default.")
            String rule,

            Needed needed,

            @Schema(description = "The same in plain words.")
            String words) {

        /** Any one of these would be enough, everything else being equal. */
        @Schema(name = "NeededForAccess")
        public record Needed(
                List<String> roles, List<String> agencyTypes, List<String> purposes, List<String> relationships) {}
    }
}
