package eu.waymark.platform.web.openapi;

import eu.waymark.platform.web.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Gives every operation of every service the problem responses and the headers they all share. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SuiteDocument implements OASFilter {

    private static final String PROBLEM_REF = "#/components/schemas/Problem";
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "Purpose-Of-Use",
                    "Why: one of the purposes your token permits, for example CP-ASSESS. Needed wherever a child's data is touched.",
            "Legal-Basis",
                    "On what basis, for example hague-1996-34. Needed for a disclosure and for what leaves for another country.",
            "Case-Reference", "Your own case number, where there is one. No free text."));
    private static final String REFUSED = "Refused; the body says why and what to do.";
    private static final String UNREADABLE =
            "Cannot be read, or has a query parameter that is not listed here; the body says which.";
    private static final List<String> REFUSALS =
            List.of("400", "401", "403", "404", "409", "410", "412", "413", "415", "422", "428", "429", "500", "503");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach(this::complete);
        }
    }

    private void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            completeResponses(operation);
            if (path.startsWith("/api/")) {
                HEADERS.forEach((name, text) -> operation.addParameter(header(name, text)));
                if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT) {
                    operation.addParameter(header(
                            "Idempotency-Key", "A key of your own: the same request sent again with it happens once."));
                }
            }
        });
    }

    private static Parameter header(String name, String text) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(text)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private void completeResponses(Operation operation) {
        var responses = Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        REFUSALS.forEach(status -> addRefusal(responses, status));
        operation.setResponses(responses);
    }

    private static void addRefusal(APIResponses responses, String status) {
        var response = responses.getAPIResponse(status);
        if (response == null) {
            responses.addAPIResponse(status, problem(status.equals("400") ? UNREADABLE : REFUSED));
        } else if (response.getContent() == null) {
            response.setContent(problem(REFUSED).getContent());
        }
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM_REF))));
    }
}
