package eu.waymark.register.movement;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which movements an agency asks for. */
public class MovementsQuery {

    private static final String INCOMING = """
            (m.fromAgency <> :itsAgency
              and exists (select 1 from MovementNotice n
                           where n.movementId = m.id and (n.agency = :itsAgency or n.escalatedTo = :itsAgency)))""";

    private static final String HELD =
            "exists (select 1 from Entry e where e.id = m.entryId and e.holder = :itsAgency)";

    private static final String OUTGOING = "(m.fromAgency = :itsAgency or " + HELD + ")";

    @QueryParam("direction")
    @DefaultValue("both")
    @Pattern(regexp = "incoming|outgoing|both", message = "must be incoming, outgoing or both")
    @Parameter(description = "Told to your agency, reported by it or about a child of its, or both.")
    String direction = "both";

    @QueryParam("open")
    @DefaultValue("false")
    @Parameter(description = "Only those that somebody who was told has not acknowledged.")
    boolean open;

    @QueryParam("overdue")
    @DefaultValue("false")
    @Parameter(description = "Only those that somebody has not acknowledged in time.")
    boolean overdue;

    String where() {
        return side()
                + (open || overdue
                        ? " and exists (select 1 from MovementNotice o where o.movementId = m.id"
                                + " and o.acknowledgedAt is null"
                                + (overdue ? " and o.dueUntil <= current_timestamp" : "")
                                + " and (" + HELD + " or o.agency = :itsAgency or o.escalatedTo = :itsAgency))"
                        : "");
    }

    private String side() {
        return switch (direction) {
            case "incoming" -> INCOMING;
            case "outgoing" -> OUTGOING;
            default -> "(" + OUTGOING + " or " + INCOMING + ")";
        };
    }
}
