package eu.waymark.referral.request;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows requests to their sides, and lets the asker revoke one or be done with an answer. */
@ApplicationScoped
class KeepingRequest {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownRequests known;
    private final Requests requests;
    private final RequestMessages messages;
    private final RequestWork work;
    private final RequestViews views;
    private final Clock clock;

    KeepingRequest(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownRequests known,
            Requests requests,
            RequestMessages messages,
            RequestWork work,
            RequestViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.requests = requests;
        this.messages = messages;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    InformationRequestView one(UUID id) {
        return audited.run(ReferralEvent.INFORMATION_READ, trail -> {
            permits.requireAny(Action.REQUEST_INFORMATION, Action.ANSWER_INFORMATION);
            return views.of(known.find(id, caller.get(), trail));
        });
    }

    /** The canonical bytes, so that either side can compute the hash. */
    String message(UUID id) {
        return audited.run(ReferralEvent.INFORMATION_READ, trail -> {
            permits.requireAny(Action.REQUEST_INFORMATION, Action.ANSWER_INFORMATION);
            var seen = known.find(id, caller.get(), trail);
            if (seen.side() == Side.FORMER) {
                throw CommonProblem.NOT_FOUND.because("Your agency has no such request.");
            }
            trail.note("part", "message");
            return messages.open(seen.request().personRecordId, seen.request().message);
        });
    }

    Page<RequestSummary> page(RequestFilter filter, PageRequest page) {
        return audited.run(ReferralEvent.INFORMATION_LISTED, trail -> {
            permits.requireAny(Action.REQUEST_INFORMATION, Action.ANSWER_INFORMATION);
            var agency = caller.get().agency();
            var rows = requests.of(agency, filter, page);
            known.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(rows, page.limit(), RequestSummary::cursor, row -> row.seenBy(agency));
        });
    }

    /** Takes the request back. What comes after is kept and not shown. */
    InformationRequestView revoke(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.INFORMATION_REVOKED, trail -> {
            permits.requireAny(Action.REQUEST_INFORMATION);
            var by = caller.get();
            var request = known.find(id, by, trail).forAsker();
            Versions.require(ifMatch, request.version);
            request.close(RequestStatus.REVOKED, by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            work.ended(request, "revoked");
            work.tellRecipient(request, "information-request-revoked");
            requests.flush();
            return views.of(request, Side.ASKER);
        });
    }

    /** Confirms that the asker has read what has come. Repeated, it changes nothing. */
    InformationRequestView note(UUID id) {
        return audited.run(ReferralEvent.INFORMATION_NOTED, trail -> {
            permits.requireAny(Action.REQUEST_INFORMATION);
            var request = known.lock(id, caller.get(), trail).forAsker();
            request.unread = false;
            work.read(request);
            requests.flush();
            return views.of(request, Side.ASKER);
        });
    }
}
