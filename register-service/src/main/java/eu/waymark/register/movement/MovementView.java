package eu.waymark.register.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.register.directory.DeskView;
import eu.waymark.register.directory.Directory.MeasureName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A movement as somebody sees it: a pointer, never content.
 *
 * @param country whose measure it is
 * @param entryId for the holder, and who was when it reported
 * @param desk whom to call, for those who were told
 * @param notices for the holder all of them, for a former one as they had been answered then, for others their own
 */
@Schema(name = "Movement", examples = """
        {"id":"5b8f2f52-2d0c-4a64-9d38-0f1f6f6f4b11","kind":"has-moved","country":"GB","measure":{"code":"GB-ENG-CPP",
         "name":"child protection plan","language":"en","commonClass":"registered-plan"},"reportedAt":"2026-11-20T09:30:00Z",
         "notices":[{"agency":"FR-69-CRIP","country":"FR","addressedAs":"desk","legalBasis":"hague-1996-36",
         "deliveredAt":"2026-11-20T09:30:00Z","dueOn":"2026-11-23","isOverdue":false}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MovementView(
        UUID id,
        @Schema(examples = "has-moved") String kind,
        String country,
        MeasureName measure,
        @Nullable UUID entryId,
        @Nullable DeskView desk,
        @Nullable LocalDate expectedOn,
        Instant reportedAt,
        List<NoticeView> notices)
        implements Personal {

    /** What one agency was told, and who there has said that it is known. */
    @Schema(name = "MovementNotice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            String agency,
            String country,
            String addressedAs,
            String legalBasis,
            Instant deliveredAt,
            LocalDate dueOn,
            boolean isOverdue,
            @Nullable String escalatedTo,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy)
            implements Personal {

        static NoticeView of(MovementNotice n) {
            return of(n, Instant.MAX);
        }

        /** As a notice had been answered at a time. */
        static NoticeView of(MovementNotice n, Instant until) {
            var isAcknowledged = !isLater(n.acknowledgedAt, until);
            var isOverdue = !isLater(n.overdueAt, until);
            return new NoticeView(
                    n.agency,
                    n.country,
                    n.addressedAs,
                    n.legalBasis,
                    n.deliveredAt,
                    n.dueOn,
                    isOverdue && n.overdueAt != null,
                    isOverdue ? n.escalatedTo : null,
                    isAcknowledged ? n.acknowledgedAt : null,
                    isAcknowledged ? n.acknowledgerName : null);
        }

        private static boolean isLater(@Nullable Instant at, Instant until) {
            return at != null && at.isAfter(until);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    static MovementView forHolder(
            Movement movement, String country, MeasureName measure, List<MovementNotice> notices) {
        return view(movement, country, measure, movement.entryId, null, views(notices));
    }

    /** What the agency that reported it knew when it passed the child on, and nothing later. */
    static MovementView forFormerHolder(
            Movement movement, String country, MeasureName measure, List<MovementNotice> notices, Instant passedOn) {
        var views = notices.stream().map(n -> NoticeView.of(n, passedOn)).toList();
        return view(movement, country, measure, movement.entryId, null, views);
    }

    static MovementView forTold(
            Movement movement, String country, MeasureName measure, List<MovementNotice> own, DeskView desk) {
        return view(movement, country, measure, null, desk, views(own));
    }

    private static MovementView view(
            Movement movement,
            String country,
            MeasureName measure,
            @Nullable UUID entryId,
            @Nullable DeskView desk,
            List<NoticeView> notices) {
        return new MovementView(
                movement.id,
                movement.kind,
                country,
                measure,
                entryId,
                desk,
                movement.expectedOn,
                movement.reportedAt,
                notices);
    }

    private static List<NoticeView> views(List<MovementNotice> notices) {
        return notices.stream().map(NoticeView::of).toList();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
