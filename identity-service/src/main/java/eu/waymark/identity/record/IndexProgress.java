package eu.waymark.identity.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the records have been indexed under an epoch. */
@ApplicationScoped
class IndexProgress {

    private static final String UNFINISHED =
            "select not exists (select from index_epoch where epoch = ? and finished_at is not null)";
    private static final String BEGIN =
            "insert into index_epoch (epoch) values (?) on conflict do nothing returning epoch";
    private static final String TAKE =
            "select after from index_epoch where epoch = ? and finished_at is null for update skip locked";
    private static final String ADVANCE = "update index_epoch set after = ? where epoch = ? returning epoch";
    private static final String FINISH =
            "update index_epoch set finished_at = clock_timestamp() where epoch = ? returning epoch";

    private static final String LEFT_BEHIND = "select index_left_behind(?)";
    private static final String TAKE_FINISHED =
            "select epoch from index_epoch where epoch = ? and finished_at is not null for update skip locked";

    private final IndexRows rows;

    IndexProgress(IndexRows rows) {
        this.rows = rows;
    }

    boolean isUnfinished(int epoch) {
        return rows.run(UNFINISHED, statement -> statement.setInt(1, epoch), row -> row.getBoolean(1))
                .getFirst();
    }

    /** Whether an old replica has indexed records under its own key after all were done under this one. */
    boolean isLeftBehind(int epoch) {
        return rows.run(LEFT_BEHIND, statement -> statement.setInt(1, epoch), row -> row.getBoolean(1))
                .getFirst();
    }

    /** Whether nobody else is at what was left behind. */
    boolean takeFinished(int epoch) {
        return !rows.run(TAKE_FINISHED, statement -> statement.setInt(1, epoch), row -> 0)
                .isEmpty();
    }

    /** Where the next batch begins; nothing where another replica is at it or nothing is left. */
    Optional<Long> take(int epoch) {
        rows.run(BEGIN, statement -> statement.setInt(1, epoch), row -> 0);
        return rows.run(TAKE, statement -> statement.setInt(1, epoch), row -> row.getLong(1)).stream()
                .findFirst();
    }

    /** @param last the last record that is done; null when none was left */
    void advance(int epoch, @Nullable Long last) {
        if (last == null) {
            rows.run(FINISH, statement -> statement.setInt(1, epoch), row -> 0);
        } else {
            rows.run(
                    ADVANCE,
                    statement -> {
                        statement.setLong(1, last);
                        statement.setInt(2, epoch);
                    },
                    row -> 0);
        }
    }
}
