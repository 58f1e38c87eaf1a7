package eu.waymark.identity.age;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who may make a move, and what must be there for it. The database has the last word on all but who. */
@ApplicationScoped
class MoveRules {

    private static final int ADULT = 18;

    private final Permits permits;

    MoveRules(Permits permits) {
        this.permits = permits;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 when it is not for the caller to make */
    void requireMover(Transition move, KnownIdentity identity, Caller caller) {
        switch (move.mover()) {
            case WORKER -> permits.require(Action.CHANGE_PERSON, relationship(identity));
            case SUPERVISOR -> permits.require(Action.LINK_PERSONS, relationship(identity));
            case ANYONE -> permits.require(Action.REVIEW_PERSONS, relationship(identity));
        }
    }

    private static Relationship relationship(KnownIdentity identity) {
        return identity.held() ? Relationship.HOLDER : Relationship.NONE;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 or 422 saying what is missing */
    void requireNeeds(Transition move, NewAgeStatus said, @Nullable AgeMove last, Caller caller) {
        switch (move.needs()) {
            case NOTHING -> {}
            case ISSUER -> requireIssuer(said);
            case SAFEGUARDS -> requireSafeguards(said);
            case INDICATOR -> requireIndicator(said);
            case SECOND_PERSON -> {
                if (last != null && last.isBy(caller.subject())) {
                    throw IdentityProblem.SECOND_PERSON_NEEDED.because(
                            "Who assessed an adult does not make it final. Another supervisor does, once no appeal is open.");
                }
            }
        }
        requireLowestAge(move.to(), said);
    }

    private static void requireIssuer(NewAgeStatus said) {
        if (!said.isVerified()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("An age is documented when the issuer has confirmed the document.")
                    .at("verifiedWithIssuer", "must be true");
        }
    }

    private static void requireIndicator(NewAgeStatus said) {
        if (!said.isHandedOver() && !said.hasIndicator()) {
            throw IdentityProblem.ILLEGAL_TRANSITION.because(
                    "There is a doubt already. Say what is new: an indicator of trafficking, or who handed over the papers.");
        }
    }

    private static void requireSafeguards(NewAgeStatus said) {
        if (!said.kept().isComplete()) {
            throw IdentityProblem.SAFEGUARDS_MISSING
                    .because(
                            "An assessment counts only with a guardian, an interpreter where needed, the least intrusive"
                                    + " method and several professions.")
                    .at("safeguards", "must all be true");
        }
        if (said.method() == null || said.method() == AgeMethod.NONE || said.ageFrom() == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("An assessment says how, and between which ages.")
                    .at("method", "how the age was assessed")
                    .at("ageFrom", "the lowest age of the range")
                    .at("ageTo", "the highest age of the range");
        }
    }

    private static void requireLowestAge(AgeState to, NewAgeStatus said) {
        var from = said.ageFrom();
        if ((from == null) != (said.ageTo() == null) || from != null && said.ageTo() != null && from > said.ageTo()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A range has a lowest and a highest age.")
                    .at("ageFrom", "must not be above 'ageTo', and stands with it");
        }
        if (from != null && (to.isFoundAdult() && from < ADULT || to == AgeState.ASSESSED_CHILD && from >= ADULT)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("The lowest age of the range counts: under 18 it is a child.")
                    .at("ageFrom", "says the opposite of the state");
        }
    }
}
