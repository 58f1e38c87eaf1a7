package eu.waymark.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @TempDir
    private Path folder;

    private StateDirectory state;

    @BeforeEach
    void create() throws IOException {
        state = new StateDirectory(folder.resolve(".waymark"));
        state.create();
    }

    @Test
    void wipingKeepsNothingButTheUnpackedDistributions() throws IOException {
        // Given
        Files.createDirectories(state.programs().keycloak().resolve("bin"));
        Files.createDirectories(state.postgres().resolve("base"));
        Files.writeString(state.secretsFile(), "{}");

        // When
        state.wipe();

        // Then
        assertThat(state.root())
                .isDirectoryContaining(path -> path.equals(state.programs().keycloak()));
        assertThat(state.root()).isDirectoryNotContaining(path -> path.equals(state.postgres()));
        assertThat(state.secretsFile()).doesNotExist();
    }

    @Test
    void wipingWhatWasNeverThereIsFine() throws IOException {
        new StateDirectory(folder.resolve("never")).wipe();

        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void theLogsOfTheRunBeforeAreKept() throws IOException {
        // Given
        Files.writeString(state.log("gateway"), "before");

        // When
        state.create();

        // Then
        assertThat(state.log("gateway")).doesNotExist();
        assertThat(state.root().resolve("logs-previous").resolve("gateway.log")).hasContent("before");
    }
}
