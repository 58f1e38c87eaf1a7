package eu.waymark.sandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    /** Tests run in their module's folder. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final NamedTests tests = new NamedTests(ROOT);

    @Test
    void everyTestThatADocumentNamesExists() {
        var missing = NamedTests.documents(ROOT)
                .flatMap(document -> tests.missingFrom(NamedTests.text(document)).stream()
                        .map(name -> document.getFileName() + ": " + name))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void aTestThatDoesNotExistIsNoticed() {
        assertThat(tests.missingFrom(
                        "shown by `DocumentsTest.nobodyWroteThis`, `DocumentsTest.aTestThatDoesNotExistIsNoticed`"))
                .containsExactly("DocumentsTest.nobodyWroteThis");
    }

    @Test
    void everyRequirementHasItsRow() {
        var traceability = NamedTests.text(ROOT.resolve("docs/traceability.md"));

        assertThat(ids()).allSatisfy(id -> assertThat(traceability).contains("| " + id + " |"));
        assertThat(tests.count(traceability)).isGreaterThan(50);
    }

    private static List<String> ids() {
        var ids = new ArrayList<String>();
        add(ids, "P%02d", 30);
        add(ids, "C%02d", 46);
        add(ids, "A%02d", 19);
        add(ids, "K%02d", 12);
        add(ids, "R%d", 16);
        add(ids, "F%d", 22);
        add(ids, "I%d", 12);
        add(ids, "D%d", 10);
        add(ids, "G%d", 8);
        add(ids, "U%d", 8);
        add(ids, "O%d", 8);
        return ids;
    }

    private static void add(List<String> ids, String format, int last) {
        for (int number = 1; number <= last; number++) {
            ids.add(format.formatted(number));
        }
    }
}
