package eu.waymark.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ConfigMaps, accounts and keys of Secrets that pods name are there; the owner's login is for migrations only. */
public final class References implements Check {

    private final Set<SecretKey> known;

    /** @param known the keys that somebody else makes */
    public References(Set<SecretKey> known) {
        this.known = Set.copyOf(known);
    }

    @Override
    public Stream<String> faults(List<Manifest> release) {
        var secrets = Stream.concat(known.stream(), made(release)).collect(Collectors.toSet());
        return release.stream()
                .filter(manifest -> !manifest.pod().isMissingNode())
                .flatMap(manifest -> Stream.of(
                                missing(manifest, "ConfigMap", configMaps(manifest), release),
                                missing(manifest, "ServiceAccount", accounts(manifest), release),
                                secrets(manifest)
                                        .filter(key -> !secrets.contains(key))
                                        .map(key -> manifest + " needs " + key + ", which nobody makes"),
                                owner(manifest))
                        .flatMap(faults -> faults));
    }

    /** Every key of a Secret that a container is given as a variable. */
    public static Stream<SecretKey> secrets(Manifest manifest) {
        return manifest.containers()
                .flatMap(container -> Manifest.elements(container.path("env")))
                .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                .filter(reference -> !reference.isMissingNode())
                .map(reference -> new SecretKey(
                        reference.path("name").asText(), reference.path("key").asText()));
    }

    private static Stream<SecretKey> made(List<Manifest> release) {
        return release.stream()
                .filter(manifest -> manifest.is("ExternalSecret"))
                .flatMap(manifest -> Manifest.elements(manifest.at("/spec/data"))
                        .map(entry -> new SecretKey(
                                manifest.text("/spec/target/name"),
                                entry.path("secretKey").asText())));
    }

    private static Stream<String> owner(Manifest manifest) {
        return manifest.is("Job")
                ? Stream.empty()
                : secrets(manifest)
                        .filter(key -> key.secret().endsWith("-db-owner"))
                        .map(key -> manifest + " has the owner's login, which is for migrations only");
    }

    private static Stream<String> configMaps(Manifest manifest) {
        return Stream.concat(
                        manifest.containers()
                                .flatMap(container -> Manifest.elements(container.path("envFrom")))
                                .map(from -> from.at("/configMapRef/name")),
                        Manifest.elements(manifest.pod().at("/spec/volumes"))
                                .map(volume -> volume.at("/configMap/name")))
                .filter(name -> !name.isMissingNode())
                .map(JsonNode::asText);
    }

    private static Stream<String> accounts(Manifest manifest) {
        return Stream.of(manifest.pod().at("/spec/serviceAccountName"))
                .filter(name -> !name.isMissingNode())
                .map(JsonNode::asText);
    }

    private static Stream<String> missing(
            Manifest manifest, String kind, Stream<String> names, List<Manifest> release) {
        return names.filter(name -> release.stream()
                        .noneMatch(other -> other.is(kind) && other.name().equals(name)))
                .map(name -> manifest + " needs " + kind + " " + name + ", which is not there");
    }
}
