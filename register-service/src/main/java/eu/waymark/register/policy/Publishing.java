package eu.waymark.register.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.access.AccessPolicy;
import eu.waymark.platform.persistence.access.Publications;
import eu.waymark.platform.persistence.access.Publications.Publication;
import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.change.Changeable;
import eu.waymark.register.policy.PolicyViews.PolicyProposal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts an access policy in force, the first time or again, and tells the other services. */
@Singleton
class Publishing implements Changeable<PolicyProposal> {

    /** All publications are about one subject, so that others learn of them in order. */
    private static final UUID SUBJECT = UUID.nameUUIDFromBytes("policy".getBytes(StandardCharsets.UTF_8));

    private static final int MOST_BYTES = 30_000;
    private static final int MOST_PROBLEMS = 50;
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Policies policies;
    private final Publications publications;
    private final FactOutbox facts;
    private final ObjectMapper json;
    private final Clock clock;

    Publishing(Policies policies, Publications publications, FactOutbox facts, ObjectMapper json, Clock clock) {
        this.policies = policies;
        this.publications = publications;
        this.facts = facts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "policy";
    }

    @Override
    public Class<PolicyProposal> type() {
        return PolicyProposal.class;
    }

    /** A policy replaces the one in force; whatever was published since, the author did not know of. */
    @Override
    public Optional<Standing<PolicyProposal>> standing(String version, PolicyProposal wanted) {
        var document = policies.require(Policies.IN_FORCE);
        return Optional.of(new Standing<>(new PolicyProposal(fields(document), null), published()));
    }

    @Override
    public void check(String version, PolicyProposal wanted) {
        var document = text(wanted.document());
        var problems = AccessPolicy.problems(document);
        if (!problems.isEmpty()) {
            var refused =
                    CommonProblem.INVALID_FIELDS.because("A policy that is not understood in full is not used at all.");
            for (var problem : problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS))) {
                refused = refused.at(path(problem.path()), problem.message());
            }
            throw refused;
        }
        if (!version.equals(AccessPolicy.parse(document).version())) {
            throw wrong("document.version", "must be the version that the path names");
        }
        if (document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw wrong("document", "must be at most 30,000 bytes");
        }
        if (policies.document(version)
                .filter(known -> !AccessPolicy.parse(known).equals(AccessPolicy.parse(document)))
                .isPresent()) {
            throw wrong("document.version", "is that of another document, and a version never changes");
        }
    }

    @Override
    public void put(String version, PolicyProposal wanted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var document = text(fields(policies.document(version).orElseGet(() -> text(wanted.document()))));
        publications.keep(new Publication(UUID.randomUUID(), version, document, from(wanted.validFrom(), now), now));
        facts.emit(
                "policy.published",
                SUBJECT,
                Map.of(
                        "version", version,
                        "document", fields(document),
                        "validFrom", from(wanted.validFrom(), now).toString(),
                        "publishedAt", now.toString()));
    }

    int published() {
        return Math.toIntExact(policies.count());
    }

    Map<String, Object> fields(String document) {
        try {
            return json.readValue(document, FIELDS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A published policy cannot be read", broken);
        }
    }

    private String text(Map<String, Object> document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", impossible);
        }
    }

    private static Instant from(@Nullable Instant wanted, Instant now) {
        return wanted == null || wanted.isBefore(now) ? now : wanted;
    }

    private static String path(String inDocument) {
        return inDocument.isEmpty() ? "document" : "document." + inDocument;
    }

    private static ProblemException wrong(String field, String message) {
        return CommonProblem.INVALID_FIELDS
                .because("Give each document a version of its own, and the path the same.")
                .at(field, message);
    }
}
