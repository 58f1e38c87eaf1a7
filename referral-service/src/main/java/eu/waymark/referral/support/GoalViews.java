package eu.waymark.referral.support;

import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows goals with their texts in clear. */
@ApplicationScoped
class GoalViews {

    private final Goals goals;
    private final ChildTexts texts;

    GoalViews(Goals goals, ChildTexts texts) {
        this.goals = goals;
        this.texts = texts;
    }

    GoalView of(Goal goal) {
        var record = goal.personRecordId;
        return new GoalView(
                goal.id,
                texts.open(record, goal.goal),
                open(record, goal.childWords),
                goal.agency,
                goal.setAt,
                goals.progressOf(goal).stream()
                        .map(progress -> view(record, progress))
                        .toList());
    }

    private GoalView.ProgressView view(UUID record, Progress progress) {
        return new GoalView.ProgressView(
                progress.state,
                texts.open(record, progress.note),
                open(record, progress.childWords),
                progress.agency,
                progress.recordedAt);
    }

    private @Nullable String open(UUID record, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(record, sealed);
    }
}
