package eu.waymark.register.directory;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.change.Changeable;
import eu.waymark.register.directory.DirectoryViews.AgencyView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Changes agencies, and tells the other services about them. */
@Singleton
class Agencies implements Changeable<AgencyView> {

    private final EntityManager entities;
    private final AgencyListing listing;

    Agencies(EntityManager entities, AgencyListing listing) {
        this.entities = entities;
        this.listing = listing;
    }

    @Override
    public String kind() {
        return "agency";
    }

    @Override
    public Class<AgencyView> type() {
        return AgencyView.class;
    }

    @Override
    public Optional<Standing<AgencyView>> standing(String code, AgencyView wanted) {
        return Optional.ofNullable(entities.find(Agency.class, code))
                .map(agency -> new Standing<>(AgencyView.of(agency), agency.version));
    }

    @Override
    public void check(String code, AgencyView wanted) {
        if (wanted.area() != null && entities.find(Area.class, wanted.area()) == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Choose an area listed at /api/register/v1/areas.")
                    .at("area", "is not an area of the directory");
        }
    }

    @Override
    public void put(String code, AgencyView wanted) {
        var agency = Stored.orNew(entities, Agency.class, code, Agency::new);
        agency.code = code;
        agency.name = wanted.name();
        agency.country = wanted.country();
        agency.area = wanted.area();
        agency.type = wanted.type();
        agency.transferClockStart = wanted.transferClockStart();
        entities.persist(agency);
        listing.tell(agency);
    }
}
