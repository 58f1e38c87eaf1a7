package eu.waymark.identity.demographics;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Lets a claim be a text too, which no annotation can say of a class. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class BirthClaimSchema implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        var schemas = components == null ? null : components.getSchemas();
        if (schemas != null && schemas.get("BirthClaim") != null) {
            schemas.get("BirthClaim").setType(null);
        }
    }
}
