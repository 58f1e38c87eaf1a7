package eu.waymark.referral.request;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.clock.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On what terms something is asked: whom, on which law, when, and by when it is to be answered. */
@ApplicationScoped
class RequestTerms {

    /** How far a partner's clock may be off (scenario S9). */
    static final Duration MOST_SKEW = Duration.ofMinutes(15);

    /** How the codes of bases begin that are law of the Union. */
    private static final String UNION_LAW = "brussels-";

    private static final String NATIONAL = "national-law";
    private static final String PLACEMENT = "placement-consultation";

    private final CurrentAccess access;
    private final Agencies agencies;
    private final Permits permits;
    private final Bases bases;
    private final Clocks clocks;
    private final Clock clock;

    RequestTerms(CurrentAccess access, Agencies agencies, Permits permits, Bases bases, Clocks clocks, Clock clock) {
        this.access = access;
        this.agencies = agencies;
        this.permits = permits;
        this.bases = bases;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * What holds for a request.
     *
     * @param country of the recipient
     * @param now when it is recorded
     */
    record Terms(String basis, String law, String country, Instant now, Due due) {}

    /** @throws eu.waymark.platform.web.problem.ProblemException where it may not be asked so */
    Terms of(AskForInformation asked, Caller by) {
        var basis = access.get().requireLegalBasis();
        var recipient = recipient(asked.toAgency(), by);
        requireUnclaimed(asked.protectionClaimedFrom(), recipient.country());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var law = bases.inForce(
                        asked.kind(),
                        basis,
                        by.country(),
                        recipient.country(),
                        LocalDate.ofInstant(now, ZoneOffset.UTC))
                .orElseThrow(() -> ReferralProblem.BASIS_NOT_IN_FORCE.because(
                        "This kind cannot be asked for on this basis between both countries today. 'GET"
                                + " /information-requests/kinds' lists kinds, bases and who is bound."));
        return new Terms(basis, law, recipient.country(), now, due(asked, basis, recipient, now));
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException where it is not in the directory, or may not answer */
    Agency recipient(String agency, Caller by) {
        if (agency.equals(by.agency())) {
            throw ReferralProblem.OWN_AGENCY.because("Choose another agency.").at("toAgency", "is your own agency");
        }
        var recipient = agencies.findByIdOptional(agency).orElseThrow(() -> ReferralProblem.UNKNOWN_AGENCY
                .because("Choose an agency of the directory.")
                .at("toAgency", "is not in the directory"));
        if (!permits.mayAnswerInformation(recipient.type())) {
            throw ReferralProblem.RECIPIENT_CANNOT_ANSWER
                    .because("Choose an agency that works with children.")
                    .at("toAgency", "may not answer requests for information");
        }
        return recipient;
    }

    /**
     * Nothing reaches a country from which protection is claimed (architecture, invariant 7). What the register knows of it
     * is not known here; the worker is asked.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException {@code protection-claimed}
     */
    static void requireUnclaimed(List<String> claimedFrom, String country) {
        if (claimedFrom.contains(country)) {
            throw ReferralProblem.PROTECTION_CLAIMED.because(
                    "Nothing about the child goes there. Turn to your central authority.");
        }
    }

    /**
     * Asked of what is new only: what is delivered again states when it was first sent.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException {@code clock-skew}
     */
    static void requireClocksAgree(@Nullable Instant stated, Instant now) {
        if (stated != null && Duration.between(stated, now).abs().compareTo(MOST_SKEW) > 0) {
            throw ReferralProblem.CLOCK_SKEW
                    .because("Set your system's clock, or leave the time out; it is more than 15 minutes off.")
                    .at("sentAt", "is more than 15 minutes from the time here");
        }
    }

    private Due due(AskForInformation asked, String basis, Agency to, Instant now) {
        var duty = duty(basis, asked.kind());
        var law = basis.startsWith(UNION_LAW)
                ? clocks.dueInUnion(duty, to.code(), to.country(), now)
                : clocks.due(duty, to.code(), to.country(), now);
        var wanted = asked.answerBy();
        if (wanted == null) {
            return law;
        }
        if (!wanted.isAfter(now) || wanted.isAfter(law.at())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("An answer can be wanted sooner than the law says, not later.")
                    .at("answerBy", "must lie between now and " + law.at());
        }
        return new Due(wanted.truncatedTo(ChronoUnit.MICROS), "ASKED");
    }

    private static Duty duty(String basis, String kind) {
        if (basis.equals(NATIONAL)) {
            return Duty.NATIONAL_ANSWER;
        }
        return kind.equals(PLACEMENT) ? Duty.PLACEMENT_ANSWER : Duty.INFORMATION_ANSWER;
    }
}
