package eu.waymark.referral.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.GuidelineStep;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rules as they go over the wire. */
final class RuleViews {

    private RuleViews() {}

    @Schema(
            name = "ClockRulesOfPlace",
            description = "The deadlines and steps that hold in a place at a moment.",
            examples =
                    "{\"version\":\"2\",\"place\":\"GB-ENG\",\"rules\":[{\"code\":\"EN-DEC\",\"jurisdiction\":\"GB-ENG\",\"text\":\"Decision on a referral\",\"startEvents\":[\"referral-received\"],\"amount\":1,\"unit\":\"WORKING_DAY\",\"bound\":\"LATEST\",\"endsOnWorkingDay\":false,\"source\":\"frg.org.uk\",\"confirmed\":true,\"handling\":{\"endEvent\":\"decision-recorded\",\"pauses\":[],\"exceptions\":{},\"reminders\":[50,80,100],\"escalation\":[{\"to\":\"manager\",\"workingDaysLate\":0}]}}],\"steps\":[]}")
    record RulesOfPlace(
            @Schema(description = "The version of the document.")
            String version,

            @Schema(description = "The nation whose law and calendar hold there.")
            String place,

            List<ClockRule> rules,
            List<GuidelineStep> steps) {

        static RulesOfPlace of(ClockRules document, String place) {
            var nation = document.nationOf(place);
            return new RulesOfPlace(
                    document.version(),
                    nation,
                    document.holdingIn(nation),
                    document.steps().stream()
                            .filter(step -> step.holdsIn(nation))
                            .toList());
        }
    }

    @Schema(name = "ClockRuleHistory", description = "One rule: as it is, and as it was.")
    record RuleHistory(String code, List<RuleEdition> editions) {}

    /** Only those documents in which the rule is another than before. */
    @Schema(name = "ClockRuleEdition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleEdition(
            String version,

            @Schema(description = "Absent for the rules that come with Waymark.") @Nullable
            Instant validFrom,

            ClockRule rule) {}

    @Schema(name = "ClockRuleDocument", description = "A whole document, as it was written.")
    record DocumentView(String version, Map<String, Object> document) {}

    @Schema(
            name = "ClockRuleDocumentProposal",
            examples =
                    "{\"document\":{\"version\":\"2027-01\",\"zones\":{\"GB\":\"Europe/London\"},\"rules\":[]},\"validFrom\":\"2027-01-01T00:00:00Z\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentProposal(
            @Schema(description = "The whole document: no rule in force may be missing.") @NotNull
            Map<String, Object> document,

            @Schema(description = "At once, when it is confirmed, where absent or past.") @Nullable
            Instant validFrom) {}

    @Schema(name = "RuleProposal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposalView(
            UUID id,

            @Schema(description = "The version of the document.")
            String version,

            @Schema(enumeration = {"proposed", "confirmed", "refused", "withdrawn"})
            String state,

            @Schema(description = "Whether rules were published since; such a proposal is proposed anew.")
            boolean stale,

            @Nullable Instant validFrom,
            List<Difference> differences,

            @Schema(description = "Subject of the account of the author.")
            String proposedBy,

            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    /** One rule or step before and after; absent where there is none. */
    @Schema(name = "RuleDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            String code, @Nullable Object before, @Nullable Object after) {}
}
