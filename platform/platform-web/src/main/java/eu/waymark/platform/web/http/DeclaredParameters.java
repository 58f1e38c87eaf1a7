package eu.waymark.platform.web.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which query parameters a resource method declares; read from it once. */
final class DeclaredParameters {

    /** Whoever takes one of these reads the query, or not, as it sees fit. */
    private static final Set<Class<?>> FREE = Set.of(UriInfo.class, HttpServerRequest.class);

    private final Map<Method, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    /** Sorted; empty where the method reads the request itself. */
    Optional<Set<String>> of(Method method) {
        return known.computeIfAbsent(method, DeclaredParameters::read);
    }

    private static Optional<Set<String>> read(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            if (FREE.contains(parameter.getType())) {
                return Optional.empty();
            }
            add(parameter, names);
        }
        return Optional.of(names);
    }

    private static void add(Parameter parameter, Set<String> names) {
        add(parameter.getAnnotation(QueryParam.class), names);
        add(parameter.getAnnotation(RestQuery.class), parameter.getName(), names);
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            addFields(parameter.getType(), names);
        }
    }

    private static void addFields(Class<?> bean, Set<String> names) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                add(field.getAnnotation(QueryParam.class), names);
                add(field.getAnnotation(RestQuery.class), field.getName(), names);
                if (field.isAnnotationPresent(BeanParam.class)) {
                    addFields(field.getType(), names);
                }
            }
        }
    }

    private static void add(@Nullable QueryParam declared, Set<String> names) {
        if (declared != null) {
            names.add(declared.value());
        }
    }

    private static void add(@Nullable RestQuery declared, String own, Set<String> names) {
        if (declared != null) {
            names.add(declared.value().isEmpty() ? own : declared.value());
        }
    }
}
