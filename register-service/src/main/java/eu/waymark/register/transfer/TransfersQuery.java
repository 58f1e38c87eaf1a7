package eu.waymark.register.transfer;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which transfers of an agency are asked for. */
public class TransfersQuery {

    @QueryParam("direction")
    @DefaultValue("both")
    @Pattern(regexp = "incoming|outgoing|both", message = "must be incoming, outgoing or both")
    @Parameter(description = "To your agency, from it, or both.")
    String direction = "both";

    @QueryParam("open")
    @DefaultValue("false")
    @Parameter(description = "Only those that nobody has decided.")
    boolean open;

    @QueryParam("overdue")
    @DefaultValue("false")
    @Parameter(description = "Only those whose clock has run out undecided.")
    boolean overdue;

    String where() {
        return side()
                + (open || overdue ? " and status in ('proposed', 'received')" : "")
                + (overdue ? " and dueUntil <= current_timestamp" : "");
    }

    private String side() {
        return switch (direction) {
            case "incoming" -> "toAgency = :agency";
            case "outgoing" -> "fromAgency = :agency";
            default -> "(fromAgency = :agency or toAgency = :agency)";
        };
    }
}
