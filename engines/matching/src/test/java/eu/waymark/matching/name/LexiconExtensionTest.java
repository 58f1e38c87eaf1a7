package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.matching.PersonName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconExtensionTest {

    @TempDir
    Path folder;

    @Test
    void anOperatorsPairsJoinTheShippedNamesAndFoundNewOnes() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("own.csv"), "name,variant,relation\nMaria,Marzipana,pet\nQuorra,Quo,pet\nbroken\n");
        Files.writeString(folder.resolve("other.csv"), "name1,relationship,name2\nquorra,has_nickname,qua\n");

        // When
        NameReader reader = NameReader.with(folder);

        // Then
        assertThat(forms(reader, "Marzipana").sameGroup(forms(reader, "Marija")))
                .isTrue();
        assertThat(forms(reader, "Quo").sameGroup(forms(reader, "Quorra"))).isTrue();
        assertThat(forms(reader, "Qua").sameGroup(forms(reader, "Maria"))).isFalse();
        assertThat(forms(NameReader.shared(), "Marzipana").sameGroup(forms(reader, "Marija")))
                .isFalse();
    }

    @Test
    void aFileWithoutTheColumnsAndAFolderThatIsNotThereStopTheStart() throws IOException {
        Files.writeString(folder.resolve("own.csv"), "first,second\nMaria,Masha\n");

        assertThatThrownBy(() -> NameReader.with(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("own.csv");
        assertThatThrownBy(() -> NameReader.with(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }

    private static TokenForms forms(NameReader reader, String name) {
        return reader.read(PersonName.of(name, null), Set.of()).getFirst().forms();
    }
}
