package eu.waymark.register.directory;

import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.persistence.fact.FactOutbox;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Tells the other services which agencies there are, and whose law holds there. In the running transaction. */
@Singleton
class AgencyListing {

    private final EntityManager entities;
    private final RulesInForce rules;
    private final FactOutbox facts;

    AgencyListing(EntityManager entities, RulesInForce rules, FactOutbox facts) {
        this.entities = entities;
        this.rules = rules;
        this.facts = facts;
    }

    void tell(Agency agency) {
        facts.emit(
                "agency.listed",
                UUID.nameUUIDFromBytes(agency.code.getBytes(StandardCharsets.UTF_8)),
                Map.of(
                        "code",
                        agency.code,
                        "name",
                        agency.name,
                        "country",
                        agency.country,
                        "place",
                        place(agency),
                        "type",
                        agency.type));
    }

    /** Those of an area where another law holds from now on. */
    void tellOf(Area area) {
        entities.createQuery("from Agency where area = :area order by code", Agency.class)
                .setParameter("area", area.code)
                .getResultList()
                .forEach(this::tell);
    }

    /** Whose law holds at the agency: its country's, or its nation's where laws differ within; never a region. */
    private String place(Agency agency) {
        if (agency.area == null) {
            return agency.country;
        }
        var nation = entities.find(Area.class, agency.area).nation;
        return rules.now().nationOf(nation == null ? agency.area : nation);
    }
}
