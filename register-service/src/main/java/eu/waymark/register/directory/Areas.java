package eu.waymark.register.directory;

import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.change.Changeable;
import eu.waymark.register.directory.DirectoryViews.AreaView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.Optional;

/** Changes the list of areas. */
@Singleton
class Areas implements Changeable<AreaView> {

    private final EntityManager entities;
    private final RulesInForce inForce;
    private final AgencyListing listing;

    Areas(EntityManager entities, RulesInForce inForce, AgencyListing listing) {
        this.entities = entities;
        this.inForce = inForce;
        this.listing = listing;
    }

    @Override
    public String kind() {
        return "area";
    }

    @Override
    public Class<AreaView> type() {
        return AreaView.class;
    }

    @Override
    public Optional<Standing<AreaView>> standing(String code, AreaView wanted) {
        return Optional.ofNullable(entities.find(Area.class, code))
                .map(area -> new Standing<>(AreaView.of(area), area.version));
    }

    @Override
    public void check(String code, AreaView wanted) {
        Validity.require(wanted.validFrom(), wanted.validTo());
        if (!code.startsWith(wanted.country() + "-")) {
            throw CommonProblem.INVALID_FIELDS
                    .because("The code of an area begins with its country.")
                    .at("country", "must be the country of the code");
        }
        if (wanted.nation() != null && !inForce.now().nations().contains(wanted.nation())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Choose a nation that the rules of clocks know.")
                    .at("nation", "is not a nation with its own law");
        }
    }

    @Override
    public void put(String code, AreaView wanted) {
        var area = Stored.orNew(entities, Area.class, code, Area::new);
        var before = area.nation;
        area.code = code;
        area.country = wanted.country();
        area.name = wanted.name();
        area.nation = wanted.nation();
        area.validFrom = wanted.validFrom();
        area.validTo = wanted.validTo();
        entities.persist(area);
        if (!Objects.equals(before, area.nation)) {
            listing.tellOf(area);
        }
    }
}
