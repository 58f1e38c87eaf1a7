package eu.waymark.k8s.check;

import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Fields that Kubernetes 1.36 does not know, and required ones that are missing. Kinds of operators have no model here. */
public final class KnownFields implements Check {

    /** Older APIs whose fields in use are those of the newer one. */
    private static final Map<String, String> SAME_AS =
            Map.of("policy/v1beta1", "policy/v1", "autoscaling/v2beta2", "autoscaling/v2");

    private static final Set<String> OPERATORS = Set.of(
            "postgresql.cnpg.io",
            "cert-manager.io",
            "external-secrets.io",
            "gateway.networking.k8s.io",
            "security.istio.io",
            "monitoring.coreos.com");

    @Override
    public Stream<String> faults(List<Manifest> release) {
        return release.stream().filter(manifest -> !isOperators(manifest)).flatMap(KnownFields::faults);
    }

    private static boolean isOperators(Manifest manifest) {
        return OPERATORS.contains(manifest.apiVersion().replaceAll("/.*", ""));
    }

    private static Stream<String> faults(Manifest manifest) {
        try {
            var api = SAME_AS.getOrDefault(manifest.apiVersion(), manifest.apiVersion());
            var version = api.substring(api.indexOf('/') + 1).toUpperCase(Locale.ROOT);
            Class.forName("io.kubernetes.client.openapi.models." + version + manifest.kind())
                    .getMethod("validateJsonElement", com.google.gson.JsonElement.class)
                    .invoke(null, JsonParser.parseString(manifest.json().toString()));
            return Stream.empty();
        } catch (InvocationTargetException refused) {
            return Stream.of(manifest + ": " + refused.getCause().getMessage());
        } catch (ReflectiveOperationException unknown) {
            return Stream.of(manifest + ": Kubernetes knows no " + manifest.apiVersion() + " " + manifest.kind());
        }
    }
}
