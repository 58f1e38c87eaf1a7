package eu.waymark.identity.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.access.Action;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Shows why a decision was made. Nobody reads there what another agency's record said (architecture, invariant 9). */
@ApplicationScoped
class ReadingEvidence {

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final Pairs pairs;
    private final Links links;
    private final RowCipher cipher;
    private final ObjectMapper json;

    ReadingEvidence(
            AuditedWork work, CurrentCaller caller, Pairs pairs, Links links, RowCipher cipher, ObjectMapper json) {
        this.work = work;
        this.caller = caller;
        this.pairs = pairs;
        this.links = links;
        this.cipher = cipher;
        this.json = json;
    }

    LinkEvidence of(UUID link) {
        return work.run(IdentityEvent.LINK_EVIDENCE_READ, trail -> {
            trail.resource(link.toString());
            var by = caller.get();
            var edge = links.find(link).orElseThrow(Pairs::unknown);
            var pair = pairs.of(edge.recordA(), edge.recordB());
            pair.tell(trail);
            pairs.require(Action.REVIEW_PERSONS, pair, by);
            pairs.requireUnrestricted(pair, by);
            trail.returned(1);
            return shown(edge, pair, by);
        });
    }

    private LinkEvidence shown(Edge edge, Pair pair, Caller by) {
        var kept = kept(edge);
        var explanation = kept.path("explanation");
        var readable = pair.records().stream().allMatch(record -> Pair.isOwn(record, by));
        return new LinkEvidence(
                edge.id(),
                edge.modelVersion(),
                edge.isDecidedIn(by.agency()) ? kept.path("note").textValue() : null,
                readable ? explanation.path("probability").asDouble() : null,
                readable
                        ? explanation
                                .path("reasons")
                                .valueStream()
                                .map(LinkEvidence.Reason::of)
                                .toList()
                        : null);
    }

    private JsonNode kept(Edge edge) {
        try {
            return json.readTree(cipher.open(edge.evidence(), Comparing.context(edge.id())));
        } catch (IOException broken) {
            throw new UncheckedIOException("The reasons of a decision were kept as JSON", broken);
        }
    }
}
