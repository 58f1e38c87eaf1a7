package eu.waymark.log.verifier;

import static eu.waymark.log.verifier.TestLog.KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs whose hashes and signatures are all right, and whose events are not. */
class EventsTest {

    private static final String A = "register-service";
    private static final String B = "referral-service";

    @TempDir
    private Path folder;

    private final TestEvents events = new TestEvents();
    private final List<byte[]> entries = new ArrayList<>();

    @BeforeEach
    void begin() {
        for (var at = 0; at < 4; at++) {
            entries.add(events.next(A));
            entries.add(events.next(B));
        }
    }

    private Run verify() throws IOException {
        TestLog.of(entries).write(folder);
        return Run.of("verify", folder, "--key", KEY, "--entries");
    }

    private void assertRefuted(int leaf, String fault) throws IOException {
        var run = verify();
        assertThat(run.out()).startsWith("REFUTED at leaf " + leaf + ": ").contains(fault);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Run.of("verify", folder, "--key", KEY).exitCode()).isZero();
    }

    private void change(int leaf, Function<String, String> change) {
        entries.set(leaf, change.apply(new String(entries.get(leaf), UTF_8)).getBytes(UTF_8));
    }

    @Test
    void epochsThatAreAnnouncedFollowEachOther() throws IOException {
        // When
        entries.add(events.beginEpoch(A));
        entries.add(events.next(A));
        entries.add(events.next(B));

        // Then
        assertThat(verify().out()).contains("{referral-service=5, register-service=6}");
    }

    @Test
    void aMissingEventIsAGap() throws IOException {
        entries.remove(4);

        assertRefuted(5, "It is event 4 of register-service, where 3 comes next.");
    }

    @Test
    void aMissingFirstEventIsAGap() throws IOException {
        entries.removeFirst();

        assertRefuted(1, "It is event 2 of epoch 1 of register-service, where event 1 of epoch 1 comes next.");
    }

    @Test
    void aRepeatedEventIsRefuted() throws IOException {
        entries.add(entries.get(6));

        assertRefuted(8, "Its event id has been used before.");
    }

    @Test
    void eventsInAnotherOrderAreRefuted() throws IOException {
        Collections.swap(entries, 2, 4);

        assertRefuted(2, "It is event 3 of register-service, where 2 comes next.");
    }

    @Test
    void aChangedEventIsNamedByTheOneAfterIt() throws IOException {
        change(4, event -> event.replace("\"outcome\":\"0\"", "\"outcome\":\"4\""));

        assertRefuted(4, "It is not the event that leaf 6 names as the one before it.");
    }

    @Test
    void anEventThatNamesNoneBeforeItIsRefuted() throws IOException {
        entries.add(events.event(A, "register.child.read", 1, 5, ""));

        assertRefuted(6, "It is not the event that leaf 8 names");
    }

    @Test
    void theFirstEventOfAnEpochNamesNoneBeforeIt() throws IOException {
        var prev = "\"prev\":\"" + TestEvents.digest(entries.get(6)) + "\",";
        entries.add(events.event(A, "source.epoch.began", 2, 1, prev));

        assertRefuted(8, "It is the first of its epoch but names one before it.");
    }

    @Test
    void anEpochBeginsWithItsFirstEvent() throws IOException {
        entries.add(events.event(A, "source.epoch.began", 2, 2, ""));

        assertRefuted(8, "where event 1 of epoch 2 comes next");
    }

    @Test
    void noEpochIsLeftOut() throws IOException {
        entries.add(events.event(A, "source.epoch.began", 3, 1, ""));

        assertRefuted(8, "where event 1 of epoch 2 comes next");
    }

    @Test
    void anEpochSaysThatItBegins() throws IOException {
        entries.add(events.event(A, "register.child.read", 2, 1, ""));

        assertRefuted(8, "begins an epoch without saying so");
    }

    @Test
    void anEpochThatEndedTakesNoMore() throws IOException {
        var before = entries.get(6);
        entries.add(events.beginEpoch(A));
        var prev = "\"prev\":\"" + TestEvents.digest(before) + "\",";
        entries.add(events.event(A, "register.child.read", 1, 5, prev));

        assertRefuted(9, "where event 1 of epoch 3 comes next");
    }

    @Test
    void entriesThatAreNoEventsAreOnlyCounted() throws IOException {
        entries.add("plain text".getBytes(UTF_8));
        entries.add("{\"v\":\"another/1\"}".getBytes(UTF_8));
        entries.add(new byte[0]);

        assertThat(verify().out()).contains("All 11 entries hash to their leaves. 8 are events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":\"waymark-audit/1\"}",
                "{\"v\":\"waymark-audit/1\"",
                "[{\"v\":\"waymark-audit/1\"}]",
                "{\"id\":\"x\",\"id\":\"x\",%s}",
                "{\"id\":\"x\",%s} ",
                "{\"id\":\"x\",%s}}",
                "{\"id\":\"x\",%s}{}",
                "{\"id\":1,%s}",
                "{\"id\":{},%s}",
                "{\"id\":null,%s}",
                "{\"id\":\"x\",%s,\"deep\":%d}",
                "{\"id\":\"x\",\"src\":{\"epoch\":\"1\",\"id\":\"s\",\"seq\":\"01\"},\"type\":\"t\",\"v\":\"waymark-audit/1\"}",
                "{\"id\":\"x\",\"src\":{\"epoch\":\"0\",\"id\":\"s\",\"seq\":\"1\"},\"type\":\"t\",\"v\":\"waymark-audit/1\"}",
                "{\"id\":\"x\",\"src\":{\"epoch\":1,\"id\":\"s\",\"seq\":\"1\"},\"type\":\"t\",\"v\":\"waymark-audit/1\"}",
                "{\"id\":\"x\",\"src\":{\"epoch\":\"1\",\"epoch\":\"1\",\"id\":\"s\",\"seq\":\"1\"},\"type\":\"t\",\"v\":\"waymark-audit/1\"}",
                "{\"id\":\"x\",\"src\":{\"epoch\":\"1\",\"seq\":\"1\"},\"src.id\":\"s\",\"type\":\"t\",\"v\":\"waymark-audit/1\"}",
                "{\"id\":\"x\",\"src\":[\"s\"],\"type\":\"t\",\"v\":\"waymark-audit/1\"}",
                // Out of order: a reader could not tell at once that no name stands there twice.
                "{\"id\":\"x\",\"src\":{\"id\":\"s\",\"epoch\":\"1\",\"seq\":\"1\"},\"type\":\"t\",\"v\":\"waymark-audit/1\"}"
            })
    void anEventThatIsNotWellFormedIsRefuted(String entry) throws IOException {
        // Given
        var rest = "\"src\":{\"epoch\":\"1\",\"id\":\"s\",\"seq\":\"1\"},\"type\":\"t\",\"v\":\"waymark-audit/1\"";
        if (entry.endsWith("} ")) {
            // White space after it is the twin that passes: everything else of this entry is right.
            entries.add(entry.replace("%s", rest).getBytes(UTF_8));
            assertThat(verify().exitCode()).isZero();
            return;
        }

        // When
        entries.add(entry.replace("%s", rest).replace("%d", "[".repeat(5000)).getBytes(UTF_8));

        // Then
        assertRefuted(8, "The entry is no well-formed event.");
    }

    @Test
    void checkingFromThereOnTakesTheFirstEventSeenAsItIs() throws IOException {
        // Given
        while (entries.size() < 600) {
            entries.add(events.next(entries.size() % 2 == 0 ? A : B));
        }
        TestLog.of(entries).write(folder);
        var kept = folder.resolve("kept");
        Files.writeString(kept, TestLog.of(entries).first(300).note(TestLog.LOG).encoded());

        // When
        var run = Run.of("verify", folder, "--key", KEY, "--entries", "--from", kept);

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("The first 256 leaves were not read again.")
                .contains("All 344 entries hash to their leaves. 344 are events");
    }
}
