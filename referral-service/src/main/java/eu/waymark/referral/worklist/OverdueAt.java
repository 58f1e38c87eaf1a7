package eu.waymark.referral.worklist;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much open work an agency has, for those who inspect it. */
@Schema(
        name = "OverdueAt",
        requiredProperties = {"agency", "name", "open", "unassigned", "overdue"},
        examples =
                "{\"agency\":\"GB-LDS-CSC\",\"name\":\"Leeds Children's Services\",\"open\":120,\"unassigned\":14,\"overdue\":3}")
record OverdueAt(String agency, String name, long open, long unassigned, long overdue) {

    /** Of all agencies of a country, those with most overdue work first. */
    @Schema(
            name = "OverdueOfCountry",
            requiredProperties = {"at", "country", "agencies"})
    record OfCountry(Instant at, String country, List<OverdueAt> agencies) {}

    static OverdueAt of(Tuple row) {
        return new OverdueAt(
                row.get(0, String.class),
                row.get(1, String.class),
                ((Number) row.get(2)).longValue(),
                ((Number) row.get(3)).longValue(),
                ((Number) row.get(4)).longValue());
    }
}
