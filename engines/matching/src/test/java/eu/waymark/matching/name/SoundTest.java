package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class SoundTest {

    @Property
    void theSkeletonOfASkeletonIsItself(@ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 20) String word) {
        String skeleton = Sound.skeleton(Sound.of(word));

        assertThat(Sound.skeleton(skeleton)).isEqualTo(skeleton);
    }

    @Property
    void doublingALetterChangesNoSkeleton(
            @ForAll @CharRange(from = 'k', to = 'r') @StringLength(min = 1, max = 12) String word) {
        String doubled = word.chars()
                .collect(StringBuilder::new, (text, c) -> text.append((char) c).append((char) c), StringBuilder::append)
                .toString();

        // "oo" is a sound of its own, but a vowel all the same.
        assertThat(Sound.skeleton(Sound.of(doubled))).isEqualTo(Sound.skeleton(Sound.of(word)));
    }

    @Property
    void spellingsOfAnyWordAreAsciiLetters(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String word) {
        assertThat(Latiniser.spellings(word, Set.of()))
                .allSatisfy(latin -> assertThat(latin).matches("[a-z]+"));
    }
}
