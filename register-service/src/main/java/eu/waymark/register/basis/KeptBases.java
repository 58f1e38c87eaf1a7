package eu.waymark.register.basis;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.basis.BasisView.PartyView;
import eu.waymark.register.change.Changeable;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes legal bases and whom they bind: a country that accedes to a convention needs no release. */
@Singleton
class KeptBases implements Changeable<BasisView> {

    private final EntityManager entities;

    KeptBases(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String kind() {
        return "legal-basis";
    }

    @Override
    public Class<BasisView> type() {
        return BasisView.class;
    }

    @Override
    public Optional<Standing<BasisView>> standing(String code, BasisView wanted) {
        return standing(code);
    }

    Optional<Standing<BasisView>> standing(String code) {
        return Optional.ofNullable(entities.find(LegalBasis.class, code))
                .map(basis -> new Standing<>(BasisView.of(basis, parties(code)), basis.version));
    }

    @Override
    public void check(String code, BasisView wanted) {
        requireOrder("validTo", wanted.validFrom(), wanted.validTo());
        wanted.parties().forEach(party -> requireOrder("parties", party.validFrom(), party.validTo()));
        if (wanted.domestic() && !wanted.parties().isEmpty()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A basis within one country binds no others.")
                    .at("parties", "must be empty");
        }
        if (isBoundTwice(wanted.parties())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Name each country once for each time it was bound.")
                    .at("parties", "must not overlap");
        }
    }

    @Override
    public void put(String code, BasisView wanted) {
        var found = entities.find(LegalBasis.class, code);
        var basis = found == null ? new LegalBasis() : found;
        basis.code = code;
        basis.instrument = wanted.instrument();
        basis.article = wanted.article();
        basis.domestic = wanted.domestic();
        basis.requests = wanted.requests();
        basis.notices = wanted.notices();
        basis.validFrom = wanted.validFrom();
        basis.validTo = wanted.validTo();
        basis.answerRule = wanted.answer();
        basis.answerAmount = wanted.answerAmount();
        basis.answerUnit = wanted.answerUnit();
        basis.answerWorking = wanted.answerWorking();
        basis.confirmed = wanted.confirmed();
        if (found == null) {
            entities.persist(basis);
        } else {
            entities.lock(basis, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        parties(code).forEach(entities::remove);
        entities.flush();
        wanted.parties().forEach(party -> entities.persist(party(code, party)));
    }

    private List<LegalBasisParty> parties(String code) {
        return entities.createQuery(
                        "from LegalBasisParty where basis = :code order by country, validFrom", LegalBasisParty.class)
                .setParameter("code", code)
                .getResultList();
    }

    private static LegalBasisParty party(String code, PartyView wanted) {
        var party = new LegalBasisParty();
        party.basis = code;
        party.country = wanted.country();
        party.validFrom = wanted.validFrom();
        party.validTo = wanted.validTo();
        return party;
    }

    private static boolean isBoundTwice(List<PartyView> parties) {
        return parties.stream()
                .anyMatch(one -> parties.stream().filter(one::overlaps).count() > 1);
    }

    private static void requireOrder(String field, LocalDate from, @Nullable LocalDate to) {
        if (!Objects.requireNonNullElse(to, LocalDate.MAX).isAfter(from)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Say from which day on it holds, and from which day on no longer.")
                    .at(field, "must end after it begins");
        }
    }
}
