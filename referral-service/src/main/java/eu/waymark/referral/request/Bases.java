package eu.waymark.referral.request;

import eu.waymark.platform.persistence.query.Column;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * On which bases one country may ask another for information on a day: both must be bound. Brussels IIb never with the United
 * Kingdom or Denmark (domain, part 7). It knows no child.
 */
@ApplicationScoped
class Bases {

    private static final String IN_FORCE = """
            select b.law from information_basis b join information_kind_basis k on k.basis = b.code
             where b.code = :basis and k.kind = :kind
               and b.valid_from <= :day and (b.valid_to is null or b.valid_to > :day)
               and (b.domestic and :one = :other
                 or not b.domestic and :one <> :other and 2 = (
                     select count(distinct p.country) from information_party p
                      where p.instrument = b.instrument and p.country in (:one, :other)
                        and p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day)))""";

    private static final String KINDS = """
            select k.code as code, k.asks as asks, array_to_string(array_agg(b.basis order by b.basis), ',') as bases
              from information_kind k join information_kind_basis b on b.kind = k.code
             group by k.code, k.asks order by k.code""";

    private static final String LAWS = """
            select code, instrument, law, domestic from information_basis order by code""";

    private static final String PARTIES = """
            select instrument, country, cast(valid_from as text), cast(valid_to as text) from information_party order by instrument, country, valid_from""";

    private final EntityManager entities;

    Bases(EntityManager entities) {
        this.entities = entities;
    }

    /** The words of the law, where this kind may be asked for on this basis; empty where it may not on that day. */
    Optional<String> inForce(String kind, String basis, String one, String other, LocalDate day) {
        return Column.of(entities, IN_FORCE, String.class)
                .setParameter("basis", basis)
                .setParameter("kind", kind)
                .setParameter("one", nation(one))
                .setParameter("other", nation(other))
                .setParameter("day", day)
                .getResultStream()
                .map(String.class::cast)
                .findFirst();
    }

    /** Everything that can be asked for, and who is bound by what. */
    InformationKinds all() {
        return new InformationKinds(
                rows(KINDS).stream().map(InformationKinds.Kind::of).toList(),
                rows(LAWS).stream().map(InformationKinds.Basis::of).toList(),
                rows(PARTIES).stream().map(InformationKinds.Party::of).toList());
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql) {
        return entities.createNativeQuery(sql, Tuple.class).getResultList();
    }

    /** Instruments bind nations: {@code GB} of {@code GB-SCT}. */
    private static String nation(String country) {
        return country.split("-", 2)[0];
    }
}
