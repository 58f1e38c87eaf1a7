package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.state.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Decides which synthetic children are at risk and how: repeatable, from the seed and the child alone. */
final class Entries {

    private static final double SHARE = .25;
    private static final int LONGEST_DAYS = 700;
    private static final Map<String, List<String>> MEASURES = Map.of(
            "GB", List.of("GB-ENG-CPP", "GB-ENG-CPP", "GB-ENG-CIN", "GB-ENG-LAC"),
            "FR", List.of("FR-AED", "FR-AEMO", "FR-ASE"),
            "NL", List.of("NL-OTS", "NL-UHP", "NL-VOOGDIJ"),
            "PL", List.of("PL-NADZOR", "PL-PIECZA"),
            "DE", List.of("DE-HZE", "DE-INOBHUTNAHME", "DE-1666"));
    private static final List<String> HARMS =
            List.of("neglect", "neglect", "physical-abuse", "emotional-abuse", "sexual-abuse", "trafficking");
    private static final List<String> RISKS = List.of("high", "medium", "medium", "low");

    private final long seed;
    private final LocalDate reference;

    Entries(long seed, LocalDate reference) {
        this.seed = seed;
        this.reference = reference;
    }

    /** The entry of a registered child, or nothing for the three in four who are not at risk. */
    Optional<ObjectNode> of(String externalId, String country) {
        SplittableRandom random = new SplittableRandom(seed * 31 + externalId.hashCode());
        if (random.nextDouble() >= SHARE) {
            return Optional.empty();
        }
        ObjectNode entry = Json.mapper().createObjectNode();
        entry.put("measure", one(MEASURES.getOrDefault(country, List.of()), random));
        entry.putArray("harms").add(one(HARMS, random));
        entry.put("risk", one(RISKS, random));
        LocalDate startedOn = reference.minusDays(random.nextInt(1, LONGEST_DAYS));
        entry.put("startedOn", startedOn.toString());
        entry.put("summary", "Invented for the demonstration.");
        return Optional.of(entry);
    }

    private static String one(List<String> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
