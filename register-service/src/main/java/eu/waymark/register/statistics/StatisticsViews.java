package eu.waymark.register.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What statistics look like from outside. */
final class StatisticsViews {

    private StatisticsViews() {}

    /** A quarter whose tables are published. */
    @Schema(name = "StatisticRelease", examples = "{\"quarter\":\"2026-Q3\",\"computedAt\":\"2026-10-01T00:12:00Z\"}")
    public record Release(String quarter, Instant computedAt) {}

    /** The tables of a quarter: how many children had an active entry when it ended. */
    @Schema(name = "Statistics", examples = """
            {"quarter":"2026-Q3","computedAt":"2026-10-01T00:12:00Z","suppressedBelow":11,"cells":[
             {"country":"GB","commonClass":"registered-plan","harm":"neglect","ageStatus":"unknown","children":27},
             {"country":"GB","commonClass":"registered-plan","harm":"neglect","ageStatus":"documented"}]}""")
    public record Tables(
            String quarter,
            Instant computedAt,

            @Schema(description = "Fewer children than this are not told, nor what tells them.")
            int suppressedBelow,

            List<Cell> cells) {}

    /** One number. */
    @Schema(
            name = "StatisticCell",
            examples =
                    "{\"country\":\"GB\",\"commonClass\":\"registered-plan\",\"harm\":\"neglect\",\"ageStatus\":\"unknown\",\"children\":27}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(
            String country,

            @Schema(description = "Common class of the measure, or all.")
            String commonClass,

            @Schema(description = "The kind of harm, several where a child has more than one, or all.")
            String harm,

            @Schema(
                    description =
                            "documented, assessed, unknown, or all. As known at computedAt, not when the quarter ended.")
            String ageStatus,

            @Schema(description = "Absent where it is suppressed: it may be any number, zero too.") @Nullable
            Integer children) {

        static Cell of(StatisticCell cell) {
            return new Cell(cell.country, cell.commonClass, cell.harm, cell.ageStatus, cell.children);
        }

        boolean isTotalOfRow() {
            return ageStatus.equals(CountTable.ALL) && !commonClass.equals(CountTable.ALL);
        }
    }
}
