package eu.waymark.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The words that {@link SuiteRules} are made of. */
final class RuleConditions {

    private static final Set<String> SERVICES = Set.of("identity", "register", "referral", "audit", "gateway");
    private static final Set<String> NAMELESS = Set.of(
            RuntimeException.class.getName(),
            Exception.class.getName(),
            Error.class.getName(),
            Throwable.class.getName());

    private static final Set<String> PLAIN = Stream.of(
                    UUID.class, String.class, Boolean.class, Integer.class, Long.class, Instant.class, byte[].class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ROWS = Set.of("jakarta.persistence.Tuple", Object[].class.getName());

    private RuleConditions() {}

    static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.isMetaAnnotatedWith(HttpMethod.class)
                        && method.getOwner().isAnnotatedWith(Path.class)
                        && !method.getOwner().isInterface());
    }

    static ArchCondition<JavaClass> dependOnNoOtherService() {
        return check("depend on no other service", (type, events) -> type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOtherService(type, dependency.getTargetClass()))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription()))));
    }

    private static boolean isOtherService(JavaClass from, JavaClass to) {
        var target = service(to);
        return SERVICES.contains(target) && !target.equals(service(from));
    }

    private static String service(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 2 && type.getPackageName().startsWith("eu.waymark.") ? parts[2] : "";
    }

    static ArchCondition<JavaMethod> haveNoEntityInTheirSignature() {
        return checkMethod("have no entity in their signature", method -> Stream.concat(
                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                        method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                .noneMatch(type -> type.isAnnotatedWith("jakarta.persistence.Entity")));
    }

    static ArchCondition<JavaMethod> declareWhoMayCall() {
        return checkMethod("declare who may call them", method -> Stream.of(
                        RolesAllowed.class, Authenticated.class, PermitAll.class)
                .anyMatch(guard ->
                        method.isAnnotatedWith(guard) || method.getOwner().isAnnotatedWith(guard)));
    }

    static ArchCondition<JavaClass> haveATransactionalMethod() {
        return check("have a transactional method", (type, events) -> type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Transactional.class))
                .forEach(method -> events.add(SimpleConditionEvent.satisfied(method, method.getDescription()))));
    }

    static ArchCondition<JavaClass> declareToString() {
        return check("declare toString", (type, events) -> {
            if (type.tryGetMethod("toString").isEmpty()
                    || type.isRecord() && RecordToString.isGenerated(type.reflect())) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " holds personal data and does not redact its toString"));
            }
        });
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return check("live in a @NullMarked package", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " is in a package without @NullMarked"));
            }
        });
    }

    static DescribedPredicate<JavaConstructorCall> createsANamelessException() {
        return DescribedPredicate.describe("it creates a nameless exception", call -> {
            var created = call.getTargetOwner();
            return (NAMELESS.contains(created.getName()) || created.isAssignableTo(WebApplicationException.class))
                    && !call.getOriginOwner().isAssignableTo(created.getName());
        });
    }

    /** A method that asks for rows may read its columns by their classes. */
    static ArchCondition<JavaMethod> nameNoPlainClassToCreateNativeQuery() {
        return checkMethod("leave questions of one column to Column", method -> {
            var named = method.getReferencedClassObjects().stream()
                    .map(object -> object.getValue().getName())
                    .collect(Collectors.toSet());
            return method.getMethodCallsFromSelf().stream().noneMatch(RuleConditions::createsATypedNativeQuery)
                    || Collections.disjoint(named, PLAIN)
                    || !Collections.disjoint(named, ROWS);
        });
    }

    private static boolean createsATypedNativeQuery(JavaMethodCall call) {
        return call.getName().equals("createNativeQuery")
                && call.getTarget().getRawParameterTypes().getLast().isEquivalentTo(Class.class);
    }

    private static ArchCondition<JavaClass> check(String description, BiConsumer<JavaClass, ConditionEvents> body) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                body.accept(type, events);
            }
        };
    }

    private static ArchCondition<JavaMethod> checkMethod(String description, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!holds.test(method)) {
                    events.add(
                            SimpleConditionEvent.violated(method, method.getFullName() + " does not " + description));
                }
            }
        };
    }
}
