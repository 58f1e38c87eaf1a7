package eu.waymark.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTest {

    @Test
    void eachFieldSaysWhoChangedIt() {
        // Given
        var base = words("before");

        // Then
        assertThat(changed(base, words("before"), words("before"))).isEqualTo(Merge.Changed.NOBODY);
        assertThat(changed(base, words("mine"), words("before"))).isEqualTo(Merge.Changed.YOU);
        assertThat(changed(base, words("before"), words("theirs"))).isEqualTo(Merge.Changed.THEY);
        assertThat(changed(base, words("same"), words("same"))).isEqualTo(Merge.Changed.BOTH_ALIKE);
        assertThat(changed(base, words("mine"), words("theirs"))).isEqualTo(Merge.Changed.BOTH);
        assertThat(changed(null, words("mine"), words(null))).isEqualTo(Merge.Changed.YOU);
    }

    @Test
    void noWordIsPrinted() {
        assertThat(Merge.of(null, words("mine"), words("theirs"), 1).toString()).doesNotContain("mine");
    }

    private static Merge.Changed changed(@Nullable SectionContent base, SectionContent yours, SectionContent theirs) {
        return Merge.of(base, yours, theirs, 1).fields().stream()
                .filter(field -> field.field().equals("childsWords"))
                .findFirst()
                .orElseThrow()
                .changedBy();
    }

    private static SectionContent words(@Nullable String words) {
        return new SectionContent(List.of(), List.of(), List.of(), words, List.of());
    }
}
