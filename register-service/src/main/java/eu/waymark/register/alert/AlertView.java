package eu.waymark.register.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.register.directory.DeskView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An alert as somebody sees it. It holds no name and no place: a receiver that comes across such a child calls the desk and
 * names the id.
 *
 * @param status {@code open}; how it ended; to the reporter of a missing child only {@code safe-and-seen}; to a former holder
 *     {@code handed-over} when it was open then
 * @param entryId for the holder, and who was
 * @param desk whom to call, for those who were told
 * @param open how many receivers have yet to answer, for the holder
 * @param receivers for the holder all of them, for a former one as they had answered then, for a receiver itself, for the
 *     reporter nobody
 */
@Schema(name = "Alert", examples = """
        {"id":"5b8f2f52-2d0c-4a64-9d38-0f1f6f6f4b11","kind":"missing","status":"open","country":"GB",
         "actions":["locate","call-desk"],"validUntil":"2026-12-20","raisedAt":"2026-11-20T09:30:00Z","receivers":[],"version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        UUID id,
        String kind,
        String status,
        @Nullable String country,
        @Nullable List<String> actions,
        @Nullable LocalDate validUntil,
        Instant raisedAt,
        @Nullable Instant closedAt,
        @Nullable UUID entryId,
        @Nullable String reporter,
        @Nullable DeskView desk,
        @Nullable Long open,
        List<ReceiverView> receivers,
        int version)
        implements Personal, Versioned {

    private static final String OPEN = "open";
    private static final String SAFE = "safe-and-seen";
    private static final String HANDED_OVER = "handed-over";

    /** A receiver and what it has answered. */
    @Schema(name = "AlertReceiver")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceiverView(
            String agency,
            String country,
            String addressedAs,
            Instant deliveredAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant endedAt,
            @Nullable Instant confirmedAt) {

        static ReceiverView of(AlertReceipt r, Instant until) {
            return new ReceiverView(
                    r.agency,
                    r.country,
                    r.addressedAs,
                    r.deliveredAt,
                    atMost(r.acknowledgedAt, until),
                    atMost(r.endedAt, until),
                    atMost(r.confirmedAt, until));
        }
    }

    static AlertView forHolder(Alert a, String country, List<AlertReceipt> receipts) {
        var open = receipts.stream()
                .filter(r -> a.isOpen() ? r.acknowledgedAt == null : r.endedAt != null && r.confirmedAt == null)
                .count();
        return view(a, country, a.entryId, a.reporter, null, open, receipts);
    }

    /** What the agency that raised it knew when it passed the child on, and nothing later. */
    static AlertView forFormerHolder(Alert a, String country, List<AlertReceipt> receipts, Instant passedOn) {
        var closedAt = atMost(a.closedAt, passedOn);
        return new AlertView(
                a.id,
                a.kind,
                a.outcome == null || closedAt == null ? HANDED_OVER : a.outcome,
                country,
                a.actions,
                a.validUntil,
                a.raisedAt,
                closedAt,
                a.entryId,
                a.reporter,
                null,
                null,
                receipts.stream().map(r -> ReceiverView.of(r, passedOn)).toList(),
                closedAt == null ? 0 : a.version);
    }

    static AlertView forReceiver(Alert a, String country, DeskView desk, List<AlertReceipt> own) {
        return view(a, country, null, null, desk, null, own);
    }

    /** That it is safe and seen, and nothing else: the reporter may be whom it ran from. */
    static AlertView forReporter(Alert a) {
        return new AlertView(
                a.id,
                a.kind,
                a.isOpen() ? OPEN : SAFE,
                null,
                null,
                null,
                a.raisedAt,
                a.closedAt,
                null,
                null,
                null,
                null,
                List.of(),
                a.isOpen() ? 0 : 1);
    }

    private static AlertView view(
            Alert a,
            String country,
            @Nullable UUID entryId,
            @Nullable String reporter,
            @Nullable DeskView desk,
            @Nullable Long open,
            List<AlertReceipt> receipts) {
        return new AlertView(
                a.id,
                a.kind,
                a.outcome == null ? OPEN : a.outcome,
                country,
                a.actions,
                a.validUntil,
                a.raisedAt,
                a.closedAt,
                entryId,
                reporter,
                desk,
                open,
                receipts.stream().map(r -> ReceiverView.of(r, Instant.MAX)).toList(),
                a.version);
    }

    private static @Nullable Instant atMost(@Nullable Instant at, Instant until) {
        return at == null || at.isAfter(until) ? null : at;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
