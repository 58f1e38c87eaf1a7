package eu.waymark.sandbox.setup;

import java.nio.file.Path;

/**
 * Where the distributions are unpacked, once.
 *
 * @param keycloak the home of Keycloak
 * @param postgres the programs of PostgreSQL
 */
public record Programs(Path keycloak, Path postgres) {

    public static Programs in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new Programs(absolute.resolve("keycloak"), absolute.resolve("postgres-binaries"));
    }
}
