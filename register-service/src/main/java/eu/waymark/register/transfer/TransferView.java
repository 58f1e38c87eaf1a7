package eu.waymark.register.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.register.directory.Directory.MeasureName;
import eu.waymark.register.entry.Entries.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as one of its sides sees it. Before a named worker of the receiving agency has taken it, it says neither whom
 * it is about nor from which place the child comes.
 */
@Schema(name = "Transfer", examples = """
        {"id":"5b8f2f52-2d0c-4a64-9d38-0f1f6f6f4b11","status":"proposed","reason":"child-moved","country":"GB",
         "toAgency":"GB-LEEDS","measure":{"code":"GB-ENG-CPP","name":"child protection plan","language":"en",
         "commonClass":"registered-plan"},"risk":"high","proposedAt":"2026-11-02T09:30:00Z","clockRule":"EN-TIN",
         "clockStart":"referral-received","dueOn":"2026-11-23","version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(
        UUID id,
        @Schema(examples = "proposed") String status,
        @Schema(examples = "child-moved") String reason,
        @Nullable String country,
        @Nullable String fromAgency,
        String toAgency,
        MeasureName measure,
        @Schema(examples = "high") String risk,
        @Nullable List<String> harms,
        @Nullable UUID entryId,
        @Nullable String summary,
        Instant proposedAt,
        @Nullable Instant receivedAt,
        @Schema(examples = "EN-TIN") String clockRule,
        @Schema(examples = "referral-received") String clockStart,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate conferenceOn,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        int version)
        implements Personal, Versioned {

    /** Enough to find a worker for it, and no more. */
    static TransferView preview(Transfer transfer, Told told, String country) {
        return of(transfer, told, country, false);
    }

    static TransferView opened(Transfer transfer, Told told) {
        return of(transfer, told, null, true);
    }

    /** Which one it is, to who may open it. */
    static TransferView listed(Transfer transfer, Told told) {
        return of(transfer, new Told(told.measure(), List.of(), told.risk(), told.status(), ""), null, true);
    }

    private static TransferView of(Transfer transfer, Told told, @Nullable String country, boolean isOpened) {
        return new TransferView(
                transfer.id,
                transfer.status,
                transfer.reason,
                country,
                isOpened ? transfer.fromAgency : null,
                transfer.toAgency,
                told.measure(),
                told.risk(),
                isOpened && !told.harms().isEmpty() ? told.harms() : null,
                isOpened ? transfer.entryId : null,
                isOpened && !told.summary().isEmpty() ? told.summary() : null,
                transfer.proposedAt,
                transfer.receivedAt,
                transfer.clockRule,
                transfer.clockStart,
                transfer.dueOn,
                transfer.conferenceOn,
                transfer.decidedAt,
                transfer.decisionReason,
                transfer.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
