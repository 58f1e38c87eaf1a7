package eu.waymark.sandbox.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests that a document names, and those that exist. */
final class NamedTests {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|Tests))\\.(\\w+)`");

    private final Map<String, String> sources;

    /** @param root the project's own folder */
    NamedTests(Path root) {
        try (var files = Files.walk(root)) {
            sources = files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(NamedTests::className, NamedTests::text, String::concat));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names in a document to which no test method belongs. */
    List<String> missingFrom(String document) {
        return NAMED.matcher(document)
                .results()
                .filter(name -> !exists(name.group(1), name.group(2)))
                .map(name -> name.group(1) + "." + name.group(2))
                .distinct()
                .toList();
    }

    long count(String document) {
        return NAMED.matcher(document).results().count();
    }

    private boolean exists(String testClass, String method) {
        return Pattern.compile("\\b" + method + "\\(")
                .matcher(sources.getOrDefault(testClass, ""))
                .find();
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Path> documents(Path root) {
        try (var files = Files.walk(root.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
