package eu.waymark.referral.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.GuidelineStep;
import eu.waymark.clocks.InvalidRulesException;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rule documents on their way from and to the wire. */
@Singleton
class RuleDocuments {

    /** As the tables of steps and of due dates take them. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,64}");

    private static final int MOST_BYTES = 30_000;
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final RulesInForce inForce;
    private final Publications publications;

    RuleDocuments(ObjectMapper json, RulesInForce inForce, Publications publications) {
        this.json = json;
        this.inForce = inForce;
        this.publications = publications;
    }

    Map<String, Object> fields(String document) {
        try {
            return json.readValue(document, FIELDS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A published rule document cannot be read", broken);
        }
    }

    /**
     * As it is kept.
     *
     * @param from when it is to come into force
     * @throws ProblemException 422 for a document that no clock could run by, that is called otherwise, or by which a rule is
     *     lost: a measure elsewhere may name it
     */
    String write(Map<String, Object> document, String version, Instant from) {
        var text = text(document);
        var rules = parsed(text);
        if (!rules.version().equals(version)) {
            throw wrong("must name the version under which it is proposed", "document.version");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw wrong("must have at most 30,000 bytes", "document");
        }
        var known = inForce.version(version);
        if (known.isPresent() && !known.get().equals(rules)) {
            throw wrong("was published with another content: give it another version", "document.version");
        }
        var lost = lost(rules, from);
        if (!lost.isEmpty()) {
            throw wrong("must keep what is in force then; missing: " + String.join(", ", lost), "document");
        }
        requireUsable(rules);
        // A version keeps its very text, however it is laid out when it is proposed again.
        return publications
                .find("version", version)
                .firstResultOptional()
                .map(one -> one.document)
                .orElse(text);
    }

    /**
     * The rules, nations and countries that would be lost: by this document those of what is in force before it, and its own
     * by what comes into force after it. As far as is published today.
     */
    List<String> lost(String document, Instant from) {
        return lost(ClockRules.parse(document), from);
    }

    private List<String> lost(ClockRules rules, Instant from) {
        return Stream.concat(
                        missing(inForce.at(from), rules),
                        publications.after(from).stream().flatMap(next -> missing(rules, next)))
                .toList();
    }

    private static Stream<String> missing(ClockRules before, ClockRules after) {
        return keys(before).filter(Predicate.not(keys(after).collect(Collectors.toSet())::contains));
    }

    private static Stream<String> keys(ClockRules rules) {
        return Stream.of(
                        rules.rules().stream().map(ClockRule::code),
                        rules.nations().stream(),
                        rules.zones().keySet().stream())
                .flatMap(Function.identity())
                .distinct();
    }

    /** Documents of old stay readable whatever they say; a new one must not break a clock. */
    private static void requireUsable(ClockRules rules) {
        try {
            Stream.concat(rules.zones().keySet().stream(), rules.nations().stream())
                    .forEach(rules::calendar);
        } catch (IllegalArgumentException unknown) {
            throw wrong("must name places whose zone and holidays are known", "document.zones");
        }
        if (!codes(rules).allMatch(code -> CODE.matcher(code).matches())) {
            throw wrong("must have codes of A to Z, 0 to 9 and hyphens, 64 at most", "document");
        }
    }

    private static Stream<String> codes(ClockRules rules) {
        return Stream.concat(
                rules.rules().stream().map(ClockRule::code),
                rules.steps().stream().map(GuidelineStep::code));
    }

    private String text(Map<String, Object> document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException broken) {
            throw wrong("must be JSON", "document");
        }
    }

    private static ClockRules parsed(String text) {
        try {
            return ClockRules.parse(text);
        } catch (InvalidRulesException unreadable) {
            throw wrong("must be a rule document: see /api/referral/v1/rules/documents/in-force", "document");
        }
    }

    private static ProblemException wrong(String message, String field) {
        return CommonProblem.INVALID_FIELDS
                .because("Clocks run by law: a rule document is read in full or not used at all.")
                .at(field, message);
    }
}
