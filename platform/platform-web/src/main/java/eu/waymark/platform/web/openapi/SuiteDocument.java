package eu.waymark.platform.web.openapi;

import eu.waymark.platform.web.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Gives every operation of every service the problem responses and the headers they all share. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SuiteDocument implements OASFilter {

    private static final String PROBLEM_REF = "#/components/schemas/Problem";
    private static final String ANY = "*/*";
    private static final String JSON = "application/json";
    private static final List<String> REFUSALS =
            List.of("400", "401", "403", "404", "409", "410", "412", "413", "415", "422", "428", "429", "500", "503");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                    .values()
                    .forEach(this::complete));
        }
    }

    private void complete(Operation operation) {
        var responses = Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        Optional.ofNullable(responses.getAPIResponses())
                .ifPresent(documented -> documented.values().forEach(SuiteDocument::nameJson));
        REFUSALS.forEach(status -> addRefusal(responses, status));
        operation.setResponses(responses);
    }

    /** An endpoint that names no media type speaks JSON. */
    private static void nameJson(APIResponse response) {
        var content = response.getContent();
        if (content != null && content.hasMediaType(ANY)) {
            content.addMediaType(JSON, content.getMediaType(ANY));
            content.removeMediaType(ANY);
        }
    }

    private static void addRefusal(APIResponses responses, String status) {
        var response = responses.getAPIResponse(status);
        if (response == null) {
            responses.addAPIResponse(status, problem());
        } else if (response.getContent() == null) {
            response.setContent(problem().getContent());
        }
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("Refused; the body says why and what to do.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM_REF))));
    }
}
