package eu.waymark.referral.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What belongs to the minimum in a place. */
@ApplicationScoped
class MinimumPackage implements PanacheRepositoryBase<PackageItem, PackageItem.Key> {

    /** @param place a country or part of one in ISO 3166 codes */
    List<PackageItem> in(String place) {
        return list("country = 'ANY' or country = ?1 or ?1 like country || '-%' order by position, code", place);
    }
}
