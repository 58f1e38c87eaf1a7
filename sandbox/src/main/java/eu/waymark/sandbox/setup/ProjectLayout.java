package eu.waymark.sandbox.setup;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build leaves what the sandbox starts.
 *
 * @param root the checkout
 */
public record ProjectLayout(Path root) {

    public ProjectLayout {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Finds the checkout: the system property {@code waymark.home} (set by {@code ./run}), else the nearest folder
     * upwards that holds {@code sandbox/pom.xml}.
     *
     * @throws SandboxProblem when there is none
     */
    public static ProjectLayout find() {
        String home = System.getProperty("waymark.home");
        if (home != null) {
            return new ProjectLayout(Path.of(home));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("sandbox").resolve("pom.xml"))) {
                return new ProjectLayout(at);
            }
        }
        throw new SandboxProblem("Start Waymark with ./run in its checkout: no checkout around the current directory");
    }

    public Path serviceJar(WaymarkService service) {
        return root.resolve(service.module())
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
    }

    /** The distribution, as Maven resolved it. */
    public Path keycloakArchive() {
        return root.resolve("sandbox").resolve("target").resolve("keycloak").resolve("keycloak.tar.gz");
    }
}
