package eu.waymark.referral.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The agencies that the register has listed, by code. */
@ApplicationScoped
public class Agencies implements PanacheRepositoryBase<Agency, String> {

    private static final String AUTHORITIES = "type = 'central-authority' and country like ?1 order by code";

    /** Of an ISO 3166-1 code, which those of parts of a country begin with. */
    private static final int COUNTRY = 2;

    /** The central authorities of an agency's country, whatever part of it the agency is in; none for an unknown agency. */
    public List<String> centralAuthoritiesOver(String agency) {
        var country = findByIdOptional(agency).map(Agency::country).orElse("");
        return country.length() < COUNTRY
                ? List.of()
                : list(AUTHORITIES, country.substring(0, COUNTRY) + "%").stream()
                        .map(Agency::code)
                        .toList();
    }

    /** The codes of the central authorities of a country, by code. */
    public List<String> centralAuthorities(String country) {
        return getEntityManager()
                .createQuery(
                        "select code from Agency where type = 'central-authority' and country = :country order by code",
                        String.class)
                .setParameter("country", country)
                .getResultList();
    }
}
