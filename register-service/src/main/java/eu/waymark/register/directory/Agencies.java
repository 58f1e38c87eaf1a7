package eu.waymark.register.directory;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.change.Changeable;
import eu.waymark.register.directory.DirectoryViews.AgencyView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Changes agencies, and tells the other services about them. */
@Singleton
class Agencies implements Changeable<AgencyView> {

    private static final String HOLDS =
            "select exists (select 1 from entry where holder = :agency and status = 'active')";

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
        var standing = entities.find(Agency.class, code);
        if (standing != null && endsDuties(standing, wanted) && holds(code)) {
            throw RegisterProblem.AGENCY_HOLDS.because("It is responsible for children. Have them handed over or their"
                    + " measures ended first: then its country or type changes, or it closes.");
        }
    }

    /** Whether who is responsible by the agency, and to whom it answers, would no longer be so. */
    private static boolean endsDuties(Agency standing, AgencyView wanted) {
        return !standing.country.equals(wanted.country())
                || !standing.type.equals(wanted.type())
                || !standing.closed && wanted.closed() != null;
    }

    /** Never how many: a number that changes would tell of a child whose agency is hidden. */
    private boolean holds(String code) {
        return Column.of(entities, HOLDS, Boolean.class)
                .setParameter("agency", code)
                .getSingleResult();
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
        agency.closed = wanted.closed() != null;
        entities.persist(agency);
        listing.tell(agency);
    }
}
