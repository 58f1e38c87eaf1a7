package eu.waymark.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    private StateDirectory state;

    @BeforeEach
    void create() throws IOException {
        state = new StateDirectory(folder.resolve("state"));
        state.create();
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Secrets.open(state).password("account.sarah.gb");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secretsFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void theySurviveTheLauncher() throws IOException {
        String password = Secrets.open(state).password("client.gateway");

        assertThat(Secrets.open(state).password("client.gateway")).isEqualTo(password);
    }

    @Test
    void eachNameHasItsOwn() throws IOException {
        Secrets secrets = Secrets.open(state);

        assertThat(secrets.password("one")).isNotEqualTo(secrets.password("two"));
        assertThat(secrets.key("three")).isNotEqualTo(secrets.key("four"));
    }

    @Test
    void twoSandboxesShareNone(@TempDir Path elsewhere) throws IOException {
        StateDirectory other = new StateDirectory(elsewhere);
        other.create();

        assertThat(Secrets.open(state).password("one"))
                .isNotEqualTo(Secrets.open(other).password("one"));
    }

    @Test
    void keysHave256BitsAndPasswordsNeedNoQuoting() throws IOException {
        Secrets secrets = Secrets.open(state);

        assertThat(Base64.getDecoder().decode(secrets.key("row"))).hasSize(32);
        assertThat(secrets.password("login")).matches("[A-Za-z0-9_-]{32}");
    }
}
