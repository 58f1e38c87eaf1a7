package eu.waymark.referral.feedback;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.agency.Agency;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Who hears what a child says against somebody of an agency: the central authority of its country, else the inspectorate there;
 * never the agency itself, whoever in it would look.
 */
@Singleton
class OutsideAgency {

    private static final List<String> TYPES = List.of("central-authority", "inspectorate");
    private static final int COUNTRY = 2;

    private final EntityManager entities;

    OutsideAgency(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @throws eu.waymark.platform.web.problem.ProblemException {@code nobody-outside}: no child is asked where there is nobody;
     *     {@code unknown-agency}: nor by an agency of which the directory knows nothing
     */
    String of(Caller by) {
        if (entities.find(Agency.class, by.agency()) == null) {
            throw ReferralProblem.UNKNOWN_AGENCY.because("Your agency is not in the directory; tell your registrar.");
        }
        return TYPES.stream()
                .flatMap(type -> entities.createQuery(
                                "select code from Agency where type = :type and country like :country and code <> :own"
                                        + " order by code",
                                String.class)
                        .setParameter("type", type)
                        .setParameter("country", by.country().substring(0, COUNTRY) + "%")
                        .setParameter("own", by.agency())
                        .getResultStream())
                .findFirst()
                .orElseThrow(
                        () -> ReferralProblem.NOBODY_OUTSIDE.because(
                                "The directory has no central authority and no inspectorate of your country that is not your own agency."));
    }
}
