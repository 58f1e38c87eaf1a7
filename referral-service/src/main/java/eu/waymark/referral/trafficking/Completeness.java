package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be there before a referral is sent. Of a child, or somebody who may be one, no means need be shown (Palermo
 * Protocol, article 3(c)) and no consent is asked: it is explained (domain F10). Of an adult both are needed.
 */
@ApplicationScoped
class Completeness {

    private static final String CHILD_PROTECTION = "child-protection";

    private final Agencies agencies;

    Completeness(Agencies agencies) {
        this.agencies = agencies;
    }

    /** @throws ProblemException 422 {@code trafficking-incomplete} naming all that is missing */
    void require(TraffickingForm form) {
        var missing = new LinkedHashMap<String, String>();
        need(missing, "age", form.age() != null, "say child, adult or not-sure");
        need(missing, "concerns", !form.concerns().isEmpty(), "say whether it is trafficking, smuggling or both");
        need(missing, "firstResponder", isThere(form.firstResponder()), "say who met the person first");
        need(missing, "safeContact", form.safeContact() != null, "say whether and how it is safe to get in touch");
        requirePalermo(form, missing);
        requireAuthorities(form, missing);
        requireTold(form, missing);
        requireAccommodation(form, missing);
        if (!missing.isEmpty()) {
            throw problem(missing);
        }
    }

    private static void requirePalermo(TraffickingForm form, Map<String, String> missing) {
        if (form.concerns().contains(Concern.TRAFFICKING)) {
            need(missing, "acts", !form.acts().isEmpty(), "name at least one act");
            need(missing, "exploitation", !form.exploitation().isEmpty(), "name at least one purpose");
            need(
                    missing,
                    "means",
                    form.isTreatedAsChild() || !form.means().isEmpty(),
                    "name at least one means: of an adult it has to be shown");
        }
    }

    private void requireAuthorities(TraffickingForm form, Map<String, String> missing) {
        need(
                missing,
                "localAuthority",
                CHILD_PROTECTION.equals(typeOf(form.localAuthority())),
                "name the child protection agency of the directory that is to look after the person");
        need(
                missing,
                "competentAuthority",
                form.competentAuthority() == null || typeOf(form.competentAuthority()) != null,
                "is not in the directory; leave it out and record what it decides");
    }

    private static void requireTold(TraffickingForm form, Map<String, String> missing) {
        if (form.isTreatedAsChild()) {
            need(
                    missing,
                    "explained",
                    form.explained() != null,
                    "say how it was explained: a child is not asked for consent");
            need(missing, "consent", form.consent() == null, "is not asked of a child: leave it out, and explain");
        } else {
            need(
                    missing,
                    "consent",
                    form.consent() != null && form.consent().given(),
                    "an adult is referred with consent");
        }
    }

    private static void requireAccommodation(TraffickingForm form, Map<String, String> missing) {
        var stay = form.accommodation();
        need(missing, "accommodation", stay != null, "say whether the person needs a place to stay");
        if (stay != null && stay.needed()) {
            need(missing, "accommodation.plan", isThere(stay.plan()), "say how the person stays safe there");
            need(
                    missing,
                    "accommodation.type",
                    stay.type() != null
                            && (form.age() != AgeSaid.NOT_SURE || stay.type().fitsUnknownAge()),
                    "choose a place that is fit for somebody of unknown age");
        }
    }

    private @Nullable String typeOf(@Nullable String agency) {
        return agency == null
                ? null
                : agencies.findByIdOptional(agency).map(Agency::type).orElse(null);
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void need(Map<String, String> missing, String field, boolean there, String message) {
        if (!there) {
            missing.put(field, message);
        }
    }

    private static ProblemException problem(Map<String, String> missing) {
        var problem = ReferralProblem.TRAFFICKING_INCOMPLETE.because(
                "It stays a draft. Add what is listed under 'errors', and send it then.");
        for (var one : missing.entrySet()) {
            problem = problem.at("form." + one.getKey(), one.getValue());
        }
        return problem;
    }
}
