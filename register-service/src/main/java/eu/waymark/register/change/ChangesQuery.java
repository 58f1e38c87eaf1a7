package eu.waymark.register.change;

import io.quarkus.panache.common.Parameters;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which proposals are asked for. */
public class ChangesQuery {

    @QueryParam("state")
    @Pattern(regexp = "proposed|confirmed|refused|withdrawn", message = "must be a state of a proposal")
    @Parameter(description = "Only those in this state.")
    @Nullable
    String state;

    @QueryParam("kind")
    @Pattern(regexp = "[a-z-]{1,30}", message = "must be a kind of thing")
    @Parameter(description = "Only those of this kind.", example = "measure")
    @Nullable
    String kind;

    @QueryParam("code")
    @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be a code")
    @Parameter(description = "Only those of the thing with this code.", example = "GB-ENG-CPP")
    @Nullable
    String code;

    String where(Parameters parameters) {
        var where = new StringBuilder("1 = 1");
        narrow(where, parameters, "state", state);
        narrow(where, parameters, "kind", kind);
        narrow(where, parameters, "code", code);
        return where.toString();
    }

    private static void narrow(StringBuilder where, Parameters parameters, String field, @Nullable String value) {
        if (value != null) {
            where.append(" and ").append(field).append(" = :").append(field);
            parameters.and(field, value);
        }
    }
}
