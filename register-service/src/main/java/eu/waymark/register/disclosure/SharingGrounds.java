package eu.waymark.register.disclosure;

import eu.waymark.register.RegisterProblem;
import eu.waymark.register.basis.LegalBases;
import eu.waymark.register.basis.LegalBases.InForce;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.directory.Directory.Terms;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** On what content is asked for and shared: a basis in force between both countries that day, and their agreement on it. */
@Singleton
class SharingGrounds {

    private final LegalBases bases;
    private final Directory directory;
    private final Clock clock;

    SharingGrounds(LegalBases bases, Directory directory, Clock clock) {
        this.bases = bases;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What a disclosure stands on today.
     *
     * @param agreed the agreement, where the basis needs one: between two countries
     */
    record Grounds(InForce basis, Optional<Terms> agreed) {}

    /**
     * @param holder who is responsible for the child today
     * @throws eu.waymark.platform.web.problem.ProblemException 403 where the basis or the agreement is not in force today
     */
    Grounds today(Disclosure disclosure, String holder) {
        var today = LocalDate.now(clock);
        var country = directory.countryOf(holder).orElse("");
        var basis = bases.toAsk(disclosure.legalBasis, disclosure.askingCountry, country, today)
                .orElseThrow(() -> RegisterProblem.BASIS_NOT_IN_FORCE.because(
                        "Both countries must be bound by it today. Call the desk, or ask your central authority."));
        if (basis.domestic()) {
            return new Grounds(basis, Optional.empty());
        }
        var agreed = directory
                .terms(disclosure.askingAgency, holder, disclosure.legalBasis, disclosure.purpose, today)
                .orElseThrow(() -> RegisterProblem.NO_AGREEMENT.because(
                        "No agreement in force today between your countries covers this basis and purpose."
                                + " Call the desk, or ask your central authority."));
        return new Grounds(basis, Optional.of(agreed));
    }
}
