package eu.waymark.platform.testing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The roles that the operations of a resource admit, before any policy is asked. */
public final class Admitted {

    private Admitted() {}

    /**
     * @param operations names of methods; none: all that the class declares
     * @throws IllegalArgumentException if one is not there, or admits by something other than its roles
     */
    public static Set<String> by(Class<?> resource, String... operations) {
        var named = List.of(operations);
        var roles = new TreeSet<String>();
        var found = new TreeSet<String>();
        for (var method : resource.getDeclaredMethods()) {
            if (named.contains(method.getName()) || named.isEmpty() && isOperation(method)) {
                found.add(method.getName());
                roles.addAll(rolesOf(method));
            }
        }
        if (found.isEmpty() || !found.containsAll(named)) {
            throw new IllegalArgumentException(resource.getSimpleName() + " lacks one of " + named);
        }
        return roles;
    }

    /** As {@link #by(Class, String...)}, of a class that only its own package sees. */
    public static Set<String> by(String resource, String... operations) {
        try {
            return by(Class.forName(resource), operations);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(resource + " is no class", e);
        }
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static List<String> rolesOf(Method method) {
        var own = method.getAnnotation(RolesAllowed.class);
        var roles = own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
        if (roles == null) {
            throw new IllegalArgumentException(method + " names no roles");
        }
        return List.of(roles.value());
    }
}
