package eu.waymark.referral.agency;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Follows the register's directory, so that work can be put on a desk without a call to the register. */
@ApplicationScoped
class DeskListed implements FactHandler {

    private final Desks desks;

    DeskListed(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String type() {
        return "desk.listed";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        try {
            desks.getEntityManager().merge(desk(fact.data()));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("A desk has days and a time zone, or none", malformed);
        }
    }

    private static Desk desk(JsonNode listed) {
        return new Desk(
                        listed.required("code").asText(),
                        listed.required("agency").asText(),
                        listed.required("name").asText(),
                        listed.required("kind").asText(),
                        StreamSupport.stream(listed.required("languages").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                .open(zone(listed.path("timeZone")), day(listed.path("validFrom")), day(listed.path("validTo")));
    }

    private static @Nullable String zone(JsonNode zone) {
        return zone.isTextual() ? ZoneId.of(zone.asText()).getId() : null;
    }

    private static @Nullable LocalDate day(JsonNode day) {
        return day.isTextual() ? LocalDate.parse(day.asText()) : null;
    }
}
