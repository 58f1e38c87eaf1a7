package eu.waymark.identity.demographics;

import static java.util.Objects.requireNonNull;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tells the codes of {@link OneOf} in the API documents, which no annotation can take from an enum. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OneOfSchemas implements OASFilter {

    /** By the name of its schema what bears the codes. */
    static final Map<String, Class<?>> BEARERS = Map.of(
            "PersonName", PersonName.class,
            "BirthClaimDetails", BirthClaim.class,
            "IdentityDocument", IdentityDocument.class,
            "Place", Place.class);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        var schemas = components == null ? null : components.getSchemas();
        if (schemas != null) {
            BEARERS.forEach((name, bearer) -> enumerate(schemas.get(name), bearer));
        }
    }

    private static void enumerate(@Nullable Schema schema, Class<?> bearer) {
        if (schema != null) {
            coded(bearer).forEach(field -> requireNonNull(schema.getProperties().get(field.getName()), field.getName())
                    .setEnumeration(List.copyOf(codes(field))));
        }
    }

    static Stream<Field> coded(Class<?> bearer) {
        return Stream.of(bearer.getDeclaredFields()).filter(field -> field.isAnnotationPresent(OneOf.class));
    }

    static List<String> codes(Field field) {
        return OneOf.Check.codes(field.getAnnotation(OneOf.class));
    }
}
