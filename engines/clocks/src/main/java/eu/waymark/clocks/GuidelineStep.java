package eu.waymark.clocks;

/**
 * A step of a guideline that stands before a stage of a piece of work: done, or overridden with a reason, before the work
 * gets there.
 *
 * @param code unique in its document, such as {@code EN-ASM-SEEN}
 * @param jurisdiction a country or part of one in ISO 3166 codes, or {@code ANY}
 * @param work the kind of work, such as {@code assessment}
 * @param stage what it gates, such as {@code close}
 * @param source where the guideline is published
 * @param confirmed whether the source was read; otherwise the step awaits confirmation by counsel
 */
public record GuidelineStep(
        String code, String jurisdiction, String work, String stage, String text, String source, boolean confirmed) {

    public GuidelineStep {
        if (code.isBlank() || work.isBlank() || stage.isBlank()) {
            throw new IllegalArgumentException("A step has a code, a kind of work and a stage");
        }
    }

    /** Whether the step is demanded in a place: in {@code GB-ENG} those of {@code GB-ENG}, {@code GB} and {@code ANY}. */
    public boolean holdsIn(String place) {
        return ClockRule.holds(jurisdiction, place);
    }
}
