package eu.waymark.referral.worklist;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much open work there is. */
@Schema(
        name = "WorkCounts",
        description =
                "How much open work there is, exactly, at one moment. A paused item is not overdue and falls due on no day.",
        requiredProperties = {"at", "mine", "all", "kinds"},
        examples = """
            {"at":"2026-03-02T09:30:00Z","mine":4,
             "all":{"open":17,"overdue":2,"dueToday":1,"dueThisWeek":5,"unassigned":6,"paused":1},
             "kinds":[{"kind":"referral-decision","count":{"open":17,"overdue":2,"dueToday":1,"dueThisWeek":5,"unassigned":6,"paused":1}}]}""")
record WorkCounts(
        Instant at,

        @Schema(description = "What you do yourself, of whatever kind and desk.")
        long mine,

        Count all,
        List<OfKind> kinds) {

    /** Of one kind of work. */
    @Schema(
            name = "WorkCountsOfKind",
            requiredProperties = {"kind", "count"})
    record OfKind(String kind, Count count) {}

    /** Open items by where they stand; one can be counted in several. */
    @Schema(
            name = "WorkCount",
            requiredProperties = {"open", "overdue", "dueToday", "dueThisWeek", "unassigned", "paused"})
    record Count(
            long open,
            long overdue,

            @Schema(description = "From now to the end of the day where your agency is.")
            long dueToday,

            @Schema(description = "From now to the end of Sunday where your agency is.")
            long dueThisWeek,

            long unassigned,
            long paused) {

        static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

        /** Of one item. */
        static Count one(boolean overdue, boolean dueToday, boolean dueThisWeek, boolean unassigned, boolean paused) {
            return new Count(1, one(overdue), one(dueToday), one(dueThisWeek), one(unassigned), one(paused));
        }

        private static long one(boolean is) {
            return is ? 1 : 0;
        }

        Count minus(Count other) {
            return new Count(
                    open - other.open,
                    overdue - other.overdue,
                    dueToday - other.dueToday,
                    dueThisWeek - other.dueThisWeek,
                    unassigned - other.unassigned,
                    paused - other.paused);
        }

        Count plus(Count other) {
            return new Count(
                    open + other.open,
                    overdue + other.overdue,
                    dueToday + other.dueToday,
                    dueThisWeek + other.dueThisWeek,
                    unassigned + other.unassigned,
                    paused + other.paused);
        }
    }

    static WorkCounts of(Instant at, long mine, List<OfKind> kinds) {
        return new WorkCounts(at, mine, kinds.stream().map(OfKind::count).reduce(Count.NONE, Count::plus), kinds);
    }
}
