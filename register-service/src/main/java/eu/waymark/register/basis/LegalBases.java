package eu.waymark.register.basis;

import eu.waymark.clocks.ClockRule;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which legal bases are in force between two countries on a day. A basis counts only while it is valid and both countries
 * are bound by it: Brussels IIb never with the United Kingdom or Denmark (domain, part 7).
 */
@Singleton
public class LegalBases {

    private static final String BETWEEN = """
            from LegalBasis where validFrom <= :day and (validTo is null or validTo > :day)
             and (domestic = true and :one = :other
               or domestic = false and :one <> :other
                 and code in (select basis from LegalBasisParty where country = :one
                               and validFrom <= :day and (validTo is null or validTo > :day))
                 and code in (select basis from LegalBasisParty where country = :other
                               and validFrom <= :day and (validTo is null or validTo > :day)))
             order by code""";

    private final EntityManager entities;

    LegalBases(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A basis in force.
     *
     * @param answer by which clock a request on it is to be answered
     */
    public record InForce(String code, String article, boolean domestic, ClockRule answer) {

        static InForce of(LegalBasis basis) {
            return new InForce(
                    basis.code, basis.instrument + ", article " + basis.article, basis.domestic, basis.answer());
        }
    }

    /** A basis of this code on which one country may ask the other for content; empty where none is in force that day. */
    public Optional<InForce> toAsk(String code, String one, String other, LocalDate day) {
        return between(one, other, day).stream()
                .filter(basis -> basis.requests && basis.code.equals(code))
                .findFirst()
                .map(InForce::of);
    }

    /** A basis on which one country may tell the other, unasked, that a child moves or is in danger. */
    public Optional<InForce> toTell(String one, String other, LocalDate day) {
        return between(one, other, day).stream()
                .filter(basis -> basis.notices)
                .findFirst()
                .map(InForce::of);
    }

    /** By which clock a request is answered while a child is in danger. */
    public ClockRule answerInDanger() {
        return entities.find(LegalBasis.class, Derogations.VITAL_INTERESTS).answer();
    }

    List<LegalBasis> all() {
        return entities.createQuery("from LegalBasis order by code", LegalBasis.class)
                .getResultList();
    }

    List<LegalBasisParty> parties() {
        return entities.createQuery("from LegalBasisParty order by basis, country, validFrom", LegalBasisParty.class)
                .getResultList();
    }

    private List<LegalBasis> between(String one, String other, LocalDate day) {
        return entities.createQuery(BETWEEN, LegalBasis.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("day", day)
                .getResultList();
    }
}
