package eu.waymark.register.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Every decision about every request. Only within audited work. */
@Singleton
class Decisions implements PanacheRepositoryBase<DisclosureDecision, UUID> {

    private final SealedTexts texts;
    private final Clock clock;

    Decisions(SealedTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** A decision as the holder reads it. */
    @Schema(name = "RecordedDecision", examples = """
            {"number":1,"decision":"accept","sections":["measure","risk","summary"],"legalBasis":"hague-1996-34",
             "article":"Hague Convention of 19 October 1996, article 34","purpose":"CP-ASSESS","agreement":"FR-GB-HAGUE",
             "recipient":"FR-69-CRIP","necessity":"Lyon assesses the same child.","decidedAt":"2026-11-20T09:30:00Z"}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecordedDecision(
            int number,
            String decision,
            List<String> sections,
            @Nullable String reason,
            String legalBasis,
            @Nullable String article,
            String purpose,
            @Nullable String agreement,
            String recipient,
            @Nullable String necessity,
            Instant decidedAt)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Keeps what was decided about a request, after the decision has changed it. */
    void record(Disclosure disclosure, String decision, @Nullable String necessity) {
        int number = (int) count("disclosureId", disclosure.id) + 1;
        var decided = DisclosureDecision.of(
                disclosure, decision, number, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (necessity != null) {
            var sealed = texts.seal(SealedTexts.NECESSITY, decided.id, necessity);
            decided.wrappedKey = sealed.wrappedKey();
            decided.necessity = sealed.ciphertext();
        }
        persist(decided);
    }

    /** Newest first. */
    List<RecordedDecision> of(UUID disclosureId) {
        return list("disclosureId = ?1 order by number desc", disclosureId).stream()
                .map(this::view)
                .toList();
    }

    private RecordedDecision view(DisclosureDecision d) {
        return new RecordedDecision(
                d.number,
                d.decision,
                d.sections,
                d.reason,
                d.legalBasis,
                d.article,
                d.purpose,
                d.agreement,
                d.recipient,
                d.wrappedKey == null || d.necessity == null
                        ? null
                        : texts.open(SealedTexts.NECESSITY, d.id, d.wrappedKey, d.necessity),
                d.decidedAt);
    }
}
