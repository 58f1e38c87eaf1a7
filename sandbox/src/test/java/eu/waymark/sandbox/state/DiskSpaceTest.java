package eu.waymark.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    @Test
    void enoughSpacePasses(@TempDir Path folder) {
        assertThatCode(() -> DiskSpace.require(folder, 1)).doesNotThrowAnyException();
    }

    @Test
    void tooLittleSpaceIsOneLineWithBothFigures(@TempDir Path folder) {
        assertThatThrownBy(() -> DiskSpace.require(folder, Long.MAX_VALUE))
                .isInstanceOf(SandboxProblem.class)
                .message()
                .startsWith("The disk is too full: Waymark needs 9223372036.9 GB free in " + folder)
                .doesNotContain("\n");
    }

    @Test
    void aDiskThatBecomesFullIsRecognisedInTheCauses() {
        IOException full = new IOException("No space left on device");

        assertThat(DiskSpace.isFull(new SandboxProblem("Keycloak did not start", new UncheckedIOException(full))))
                .isTrue();
        assertThat(DiskSpace.isFull(new SandboxProblem("Port 8080 is taken"))).isFalse();
    }
}
