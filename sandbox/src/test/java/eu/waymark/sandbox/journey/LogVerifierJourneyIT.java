package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.journey.LogVerifier.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who trusts nobody checks the running log through the gateway, keeps a copy, and is shown the copy again after
 * somebody has changed one byte of it (audit trail, section 4).
 */
@TestMethodOrder(OrderAnnotation.class)
class LogVerifierJourneyIT {

    private static final String LOG = "/api/audit/v1/log";
    private static final int VERIFIED = 0;
    private static final int REFUTED = 1;
    private static final int COULD_NOT_TELL = 2;

    @TempDir
    static Path folder;

    private final Waymark waymark = Waymark.running();
    private final String log = waymark.sandbox().gateway() + LOG;

    @Test
    @Order(1)
    void theRunningLogIsVerifiedLeafByLeafAndWasSeenByItsWitnesses() throws Exception {
        // Given
        Files.writeString(
                policy(), waymark.anonymous(LOG + "/policy").expect(200).text());

        // When
        var verdict = run(
                "verify",
                log,
                "--policy",
                policy().toString(),
                "--require-witnesses",
                "--entries",
                "--header",
                "Authorization: Bearer " + waymark.sandbox().tokens().of("paul.fr"),
                "--header",
                "Purpose-Of-Use: AUDIT",
                "--save",
                kept().toString());

        // Then
        assertThat(verdict.exitCode()).as(verdict.said()).isEqualTo(VERIFIED);
        assertThat(verdict.said())
                .contains("VERIFIED")
                .containsPattern("[23] of 3 witnesses cosigned")
                .contains("register-service")
                .contains("identity-service")
                .contains("referral-service");
    }

    @Test
    @Order(2)
    void theCopyIsVerifiedWithoutAnyConnectionAndTheLogOfTodayExtendsIt() throws Exception {
        assertThat(offline(kept()).exitCode()).isEqualTo(VERIFIED);
        waymark.practitioner("claire.fr").get(Casework.NOTIFICATIONS).expect(200);
        var today = run("verify", log, "--policy", policy().toString(), "--old", kept().toString());
        assertThat(today.exitCode()).as(today.said()).isEqualTo(VERIFIED);
    }

    @Test
    @Order(3)
    void oneByteOfAnEntryIsFoundAndItsLeafIsNamed() throws Exception {
        var last = last("tile/entries");
        var verdict = offline(changed(last, 40));
        assertThat(verdict.exitCode()).as(verdict.said()).isEqualTo(REFUTED);
        assertThat(verdict.said())
                .contains("REFUTED at leaf " + 256L * number(last) + ":")
                .contains("does not hash to the leaf");
    }

    @Test
    @Order(4)
    void oneByteOfATileIsFoundAndItsPlaceIsNamed() throws Exception {
        var last = last("tile/0");
        var verdict = offline(changed(last, 3));
        assertThat(verdict.exitCode()).as(verdict.said()).isEqualTo(REFUTED);
        assertThat(verdict.said()).contains("REFUTED at tile 0/%03d".formatted(number(last)));
    }

    @Test
    @Order(5)
    void anotherSizeInTheCheckpointIsFound() throws Exception {
        var copy = copyOf(kept());
        var checkpoint = copy.resolve("checkpoint");
        var lines = Files.readString(checkpoint).split("\n", 3);
        var size = Long.parseLong(lines[1]);
        Files.writeString(checkpoint, lines[0] + "\n" + (size - 1) + "\n" + lines[2]);
        var verdict = offline(copy);
        assertThat(verdict.exitCode()).as(verdict.said()).isEqualTo(REFUTED);
        assertThat(verdict.said()).contains("REFUTED at checkpoint");
    }

    @Test
    @Order(6)
    void whoHasNoTokenReadsNoEntriesAndNobodyIsAccused() throws Exception {
        var verdict = run("verify", log, "--policy", policy().toString(), "--entries");
        assertThat(verdict.exitCode()).as(verdict.said()).isEqualTo(COULD_NOT_TELL);
        assertThat(verdict.said()).contains("COULD NOT TELL").contains("401");
    }

    private static Verdict offline(Path copy) throws IOException, InterruptedException {
        return run("verify", copy.toString(), "--policy", policy().toString(), "--require-witnesses", "--entries");
    }

    private static Verdict run(String... arguments) throws IOException, InterruptedException {
        return LogVerifier.run(folder.resolve("said.txt"), arguments);
    }

    /** The file of the last hashes or entries below a folder of what was kept. */
    private static Path last(String below) throws IOException {
        try (var files = Files.walk(kept().resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparing(Path::toString))
                    .map(kept()::relativize)
                    .orElseThrow();
        }
    }

    /** Which tile a file holds: {@code tile/0/005}, and {@code tile/0/005.p/131} for one that is not full. */
    private static int number(Path file) {
        return Integer.parseInt(file.getName(2).toString().substring(0, 3));
    }

    /** A copy in which one bit of a file is another. */
    private static Path changed(Path file, int place) throws IOException {
        var copy = copyOf(kept());
        var bytes = Files.readAllBytes(copy.resolve(file.toString()));
        bytes[place] ^= 1;
        Files.write(copy.resolve(file.toString()), bytes);
        return copy;
    }

    private static Path copyOf(Path original) throws IOException {
        var copy = Files.createTempDirectory(folder, "tampered");
        try (var files = Files.walk(original)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(original.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static Path policy() {
        return folder.resolve("waymark.policy");
    }

    private static Path kept() {
        return folder.resolve("kept");
    }
}
