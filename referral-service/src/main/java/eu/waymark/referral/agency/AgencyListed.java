package eu.waymark.referral.agency;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Follows the register's directory, so that sending a referral needs no call to the register. */
@ApplicationScoped
class AgencyListed implements FactHandler {

    private final Agencies agencies;

    AgencyListed(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public String type() {
        return "agency.listed";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        var listed = fact.data();
        agencies.getEntityManager()
                .merge(new Agency(
                        listed.required("code").asText(),
                        listed.required("name").asText(),
                        listed.required("country").asText(),
                        listed.path("place").asText(listed.required("country").asText()),
                        listed.required("type").asText()));
    }
}
