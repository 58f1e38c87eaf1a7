package eu.waymark.register.directory;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.change.Changeable;
import eu.waymark.register.directory.DirectoryViews.AgreementView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes agreements between countries, or between agencies of two countries. */
@Singleton
class Agreements implements Changeable<AgreementView> {

    private final EntityManager entities;

    Agreements(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String kind() {
        return "agreement";
    }

    @Override
    public Class<AgreementView> type() {
        return AgreementView.class;
    }

    @Override
    public Optional<Standing<AgreementView>> standing(String id, AgreementView wanted) {
        return Optional.ofNullable(entities.find(Agreement.class, id))
                .map(agreement -> new Standing<>(AgreementView.of(agreement), agreement.version));
    }

    @Override
    public void check(String id, AgreementView wanted) {
        var countries = wanted.countries();
        if (countries.getFirst().equals(countries.getLast())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("An agreement is between two countries.")
                    .at("countries", "must differ");
        }
        Validity.require(wanted.validFrom(), wanted.validTo());
        var theirs = agencies(wanted).stream().map(this::countryOf).toList();
        if (!countries.containsAll(theirs) || theirs.stream().distinct().count() != theirs.size()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A narrower agreement names one agency of a country, or one of each.")
                    .at("agencies", "must be agencies of the directory, of these countries");
        }
    }

    @Override
    public void put(String id, AgreementView wanted) {
        var countries = wanted.countries().stream().sorted().toList();
        var agreement = Stored.orNew(entities, Agreement.class, id, Agreement::new);
        agreement.id = id;
        agreement.countryA = countries.getFirst();
        agreement.countryB = countries.getLast();
        agreement.agencyA = agencyOf(wanted, agreement.countryA);
        agreement.agencyB = agencyOf(wanted, agreement.countryB);
        agreement.basis = wanted.basis();
        agreement.level = wanted.level();
        agreement.purposes = wanted.purposes();
        agreement.validFrom = wanted.validFrom();
        agreement.validTo = wanted.validTo();
        entities.persist(agreement);
    }

    private static List<String> agencies(AgreementView wanted) {
        return wanted.agencies() == null ? List.of() : wanted.agencies();
    }

    private @Nullable String agencyOf(AgreementView wanted, String country) {
        return agencies(wanted).stream()
                .filter(agency -> countryOf(agency).equals(country))
                .findFirst()
                .orElse(null);
    }

    private String countryOf(String agency) {
        var found = entities.find(Agency.class, agency);
        return found == null ? "" : found.country;
    }
}
