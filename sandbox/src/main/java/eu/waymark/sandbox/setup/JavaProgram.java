package eu.waymark.sandbox.setup;

import java.nio.file.Path;

/** The Java that runs the launcher runs everything else too. */
public final class JavaProgram {

    private JavaProgram() {}

    public static String path() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}
