package eu.waymark.sandbox.postgres;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. For root, as in many containers, it runs in a user namespace of its own, where it
 * is an ordinary user and the files still belong to it.
 */
final class OrdinaryUser {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private OrdinaryUser() {}

    /** What to put before a command of PostgreSQL. */
    static List<String> prefix() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!namespaceWorks()) {
            throw new SandboxProblem("PostgreSQL does not run as root and this machine allows root no user namespace"
                    + " (unshare --user): start Waymark as an ordinary user");
        }
        return NAMESPACE;
    }

    private static boolean namespaceWorks() throws IOException {
        try {
            Process probe = new ProcessBuilder("unshare", "--user", "true")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
