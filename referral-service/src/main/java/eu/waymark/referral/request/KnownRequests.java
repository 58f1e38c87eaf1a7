package eu.waymark.referral.request;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests as their sides know them; for anyone else they do not exist. */
@ApplicationScoped
class KnownRequests {

    private final Requests requests;
    private final RequestParts parts;
    private final PersonTags tags;

    KnownRequests(Requests requests, RequestParts parts, PersonTags tags) {
        this.requests = requests;
        this.parts = parts;
        this.tags = tags;
    }

    /** A request, and from which side the caller sees it. */
    record Known(InformationRequest request, Side side) {

        /** @throws eu.waymark.platform.web.problem.ProblemException 403 to any other side */
        InformationRequest forAsker() {
            return forSide(Side.ASKER, ReferralProblem.NOT_THE_ASKER, "Your agency did not ask; it was asked.");
        }

        /** @throws eu.waymark.platform.web.problem.ProblemException 403 to any other side */
        InformationRequest forRecipient() {
            return forSide(Side.RECIPIENT, ReferralProblem.NOT_THE_ASKED, "Another agency is asked, not yours.");
        }

        /** @throws eu.waymark.platform.web.problem.ProblemException 403 to any other side */
        InformationRequest forAuthority() {
            return forSide(Side.AUTHORITY, ReferralProblem.NOT_THE_ASKED, "It was not taken to your agency.");
        }

        private InformationRequest forSide(Side wanted, ReferralProblem problem, String because) {
            if (side != wanted) {
                throw problem.because(because);
            }
            return request;
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for an unknown and for a foreign request */
    Known find(UUID id, Caller by, Trail trail) {
        return known(requests.findByIdOptional(id), id, by, trail);
    }

    /** The same, and nobody else changes it meanwhile. */
    Known lock(UUID id, Caller by, Trail trail) {
        return known(requests.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE), id, by, trail);
    }

    /** Names the child of a request on the trail. */
    void name(InformationRequest request, Trail trail) {
        tags.find(request.personRecordId).ifPresent(trail::about);
    }

    /** Names the children of a list on the trail, and how many rows were given out. */
    void name(List<RequestSummary> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(RequestSummary::personRecordId).toList()).forEach(trail::about);
    }

    private Known known(Optional<InformationRequest> found, UUID id, Caller by, Trail trail) {
        trail.resource(id.toString());
        // Named before the check, so that a refused look is on record with the child it was after.
        found.ifPresent(request -> name(request, trail));
        return found.flatMap(request -> side(request, by.agency()).map(side -> new Known(request, side)))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such request."));
    }

    private Optional<Side> side(InformationRequest request, String agency) {
        if (request.isFrom(agency)) {
            return Optional.of(Side.ASKER);
        }
        if (request.isTo(agency)) {
            return Optional.of(Side.RECIPIENT);
        }
        if (request.isEscalatedTo(agency)) {
            return Optional.of(Side.AUTHORITY);
        }
        return parts.hasForwarded(request.id, agency) ? Optional.of(Side.FORMER) : Optional.empty();
    }
}
