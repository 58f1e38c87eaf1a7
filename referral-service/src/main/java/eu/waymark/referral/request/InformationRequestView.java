package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "InformationRequest",
        description = "A request as one of its sides sees it. Who forwarded it sees that, and no content.",
        requiredProperties = {
            "id",
            "fromAgency",
            "fromCountry",
            "toAgency",
            "toCountry",
            "kind",
            "basis",
            "status",
            "messageHash",
            "sentAt",
            "recordedAt",
            "dueAt",
            "dueRule",
            "deliveryState",
            "receipts",
            "answers",
            "forwardings",
            "unread",
            "version"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record InformationRequestView(
        @Schema(examples = Examples.ID) UUID id,

        @Schema(description = "Shown to the asking agency only.", examples = Examples.PERSON) @Nullable
        UUID personRecordId,

        @Schema(examples = Examples.SENDER) String fromAgency,
        @Schema(examples = "GB") String fromCountry,
        @Schema(examples = Examples.RECIPIENT) String toAgency,
        @Schema(examples = "PL") String toCountry,
        @Schema(examples = Examples.KIND) String kind,
        @Schema(examples = Examples.BASIS) String basis,
        RequestStatus status,
        @Nullable Words words,
        @Nullable List<QuestionView> questions,

        @Schema(
                description =
                        "SHA-256 of the canonical message, which 'GET .../message' gives to both sides; it stands in"
                                + " each receipt and each answer.",
                examples = Examples.HASH)
        String messageHash,

        @Schema(description = "As the sender's system stated it, or as recorded.", examples = Examples.TIME)
        Instant sentAt,

        @Schema(description = "By the clock of this service.", examples = Examples.TIME)
        Instant recordedAt,

        @Schema(description = "By how much the sender's clock is ahead; where it is a minute or more.") @Nullable
        Long clockSkewSeconds,

        Instant dueAt,

        @Schema(
                description = "The rule that gave the time, or ASKED where the asker wants it sooner.",
                examples = "EU-80/1")
        String dueRule,

        DeliveryState deliveryState,
        List<ReceiptView> receipts,
        List<AnswerView> answers,
        List<ForwardingView> forwardings,
        @Nullable RefusalView refusal,
        @Nullable EscalationView escalation,

        @Schema(description = "Whether an answer has come that nobody at the asker has confirmed to have read.")
        boolean unread,

        int version)
        implements Personal, Versioned {

    /** What the request says. */
    @Schema(name = "InformationRequestWords")
    record Words(
            String law,
            @Schema(examples = Examples.CHILD) String child,
            @Schema(examples = Examples.REASON) String reason,
            String language,
            String translation,
            String answerLanguage)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /**
     * A question and what became of it.
     *
     * @param withheld why it is not answered, in the code that the reader's side is told
     * @param note more of why, for the answering side only
     */
    @Schema(
            name = "InformationQuestion",
            requiredProperties = {"number", "text", "state"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(
            int number,
            String text,

            @Schema(enumeration = {"open", "answered", "withheld"})
            String state,

            @Nullable String answer,
            @Nullable RefusalReason withheld,
            @Nullable String note)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Schema(name = "InformationReceipt")
    record ReceiptView(String agency, Instant receivedAt, String messageHash) {}

    /** @param shown false where the request had been revoked: kept, and not shown to the asker */
    @Schema(name = "InformationAnswer")
    record AnswerView(UUID id, String fromAgency, Instant answeredAt, String requestHash, String hash, boolean shown) {}

    @Schema(name = "InformationForwarding")
    record ForwardingView(String fromAgency, String toAgency, Instant forwardedAt) {}

    @Schema(
            name = "InformationRefusal",
            requiredProperties = {"reason", "refusedAt"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefusalView(
            RefusalReason reason,
            @Nullable String note,
            @Nullable Instant refusedAt) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Schema(
            name = "InformationEscalation",
            requiredProperties = {"toAgency", "escalatedAt"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EscalationView(
            String toAgency,
            Instant escalatedAt,

            @Schema(enumeration = {"upheld", "reopened"}) @Nullable
            String decision,

            @Nullable String note)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
