package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.process.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No table of PostgreSQL can grow any more, since no process of it may write a larger file: as on a full disk, for those who are
 * neither root nor have one to fill. The write fails with another number (EFBIG, not ENOSPC), which PostgreSQL answers alike
 * for tables; a disk on which its own log finds no room stops the whole server, which is tried as its immediate stop.
 */
class DiskFullIT {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    /** Just above a segment of PostgreSQL's own log, without which it could do nothing at all. */
    private static final long LARGEST_FILE = 17L << 20;

    private static final int LARGE = 20_000;

    private final RunningLog log = RunningLog.shared();

    @BeforeEach
    void load() {
        log.fleet().relays().forEach(relay -> relay.pad(LARGE));
        log.fleet().resumeWriting();
    }

    @AfterEach
    void room() throws IOException, InterruptedException {
        limit("unlimited");
        log.fleet().relays().forEach(relay -> relay.pad(1));
        log.fleet().rest();
    }

    @Test
    void aFullDiskRefusesWhatItCannotKeepAndTakesItOnceThereIsRoom()
            throws IOException, InterruptedException, SQLException {
        assertThat(PRLIMIT).as("of the package util-linux").isExecutable();

        // When
        limit(Long.toString(LARGEST_FILE));
        var refused = log.fleet().answers("not-written");
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> log.fleet().answers("not-written") > refused + 3))
                .as("answers %s", log.fleet().answers())
                .isTrue();

        // Then it says so, and what is there stays readable and whole
        var before = log.fleet().acknowledged();
        assertThat(log.fleet().examineNow()).isEmpty();
        assertThat(log.fleet().client().read(log.service().address(), "/api/audit/v1/log/checkpoint"))
                .startsWith(FaultBench.ORIGIN);

        // When
        limit("unlimited");

        // Then
        log.fleet().pass();
        assertThat(log.fleet().acknowledged()).isGreaterThan(before);
    }

    /** For the server and the processes it has started, each of which has a limit of its own. */
    private void limit(String bytes) throws IOException, InterruptedException {
        var postmaster = log.bench().postmaster();
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        for (var process : all) {
            var command = List.of(PRLIMIT.toString(), "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":");
            var changed = new ProcessBuilder(command).redirectErrorStream(true).start();
            assertThat(changed.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(changed.exitValue() == 0 || !process.isAlive())
                    .as(() -> "prlimit: " + output(changed))
                    .isTrue();
        }
    }

    private static String output(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
