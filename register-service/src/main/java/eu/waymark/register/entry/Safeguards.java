package eu.waymark.register.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What keeps the answer about a child from those who would endanger it (architecture, invariants 4 and 7).
 *
 * @param underThreat somebody means the child harm: nothing is told without a person's decision
 * @param claimsProtectionFrom ISO 3166-1 codes of the countries from which the child or family claims protection: no
 *     answer, notice, request or alert reaches them
 * @param asylum asylum is asked for or given: nothing is told without a person's decision
 * @param transmissionDanger to tell would itself endanger (Hague Convention 1996, article 37): whoever asks for content is
 *     told to contact the central authority, and nothing else
 */
@Embeddable
public record Safeguards(
        @Column(name = "under_threat") boolean underThreat,

        @Column(name = "claims_protection_from") @Schema(examples = "[\"RU\"]")
        List<String> claimsProtectionFrom,

        boolean asylum,

        @Column(name = "transmission_danger") boolean transmissionDanger) {

    static final Safeguards NONE = new Safeguards(false, List.of(), false, false);

    public Safeguards {
        claimsProtectionFrom = claimsProtectionFrom.stream().distinct().sorted().toList();
    }

    /** Whether an agreement alone discloses nothing: danger, protection or asylum is marked (architecture, invariant 4). */
    public boolean needDecision() {
        return underThreat || asylum || transmissionDanger || !claimsProtectionFrom.isEmpty();
    }

    public boolean claimAgainst(String country) {
        return claimsProtectionFrom.contains(country);
    }

    /** Whether these take anything back that others gave. */
    boolean takeBackFrom(Safeguards earlier) {
        return earlier.underThreat && !underThreat
                || earlier.asylum && !asylum
                || earlier.transmissionDanger && !transmissionDanger
                || !claimsProtectionFrom.containsAll(earlier.claimsProtectionFrom);
    }
}
