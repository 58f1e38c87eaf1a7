package eu.waymark.referral.request;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a refusal, or silence past the deadline, to a central authority, which decides. */
@ApplicationScoped
class EscalatingRequest {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownRequests known;
    private final Requests requests;
    private final Agencies agencies;
    private final Clocks clocks;
    private final ChildTexts texts;
    private final RequestWork work;
    private final RequestViews views;
    private final Clock clock;

    EscalatingRequest(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownRequests known,
            Requests requests,
            Agencies agencies,
            Clocks clocks,
            ChildTexts texts,
            RequestWork work,
            RequestViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.requests = requests;
        this.agencies = agencies;
        this.clocks = clocks;
        this.texts = texts;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    InformationRequestView escalate(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.INFORMATION_ESCALATED, trail -> {
            permits.requireAny(Action.REQUEST_INFORMATION);
            var request = known.find(id, caller.get(), trail).forAsker();
            Versions.require(ifMatch, request.version);
            var now = now();
            var isForgotten = request.status.isOpen() && now.isAfter(request.dueAt);
            if (request.escalatedAt != null || request.status != RequestStatus.REFUSED && !isForgotten) {
                throw ReferralProblem.REQUEST_ILLEGAL_TRANSITION.because(
                        "A refusal, or silence past the deadline, is taken to a central authority once.");
            }
            var authority = authority(request);
            request.escalatedTo = authority;
            request.escalatedAt = now;
            var country = agencies.findById(authority).country();
            work.escalated(request, authority, now, clocks.due(Duty.INFORMATION_ESCALATION, authority, country, now));
            trail.note("to", authority);
            requests.flush();
            return views.of(request, Side.ASKER);
        });
    }

    InformationRequestView decide(UUID id, @Nullable String ifMatch, DecideEscalation decided) {
        return audited.run(ReferralEvent.INFORMATION_ESCALATION_DECIDED, trail -> {
            permits.requireAny(Action.ANSWER_INFORMATION);
            var request = known.find(id, caller.get(), trail).forAuthority();
            Versions.require(ifMatch, request.version);
            if (request.escalation != null
                    || request.status == RequestStatus.REVOKED
                    || request.status == RequestStatus.ANSWERED) {
                throw ReferralProblem.REQUEST_ILLEGAL_TRANSITION.because("It is decided already, or has an end.");
            }
            request.escalation = decided.decision().name();
            var note = decided.note();
            request.escalationNote = note == null ? null : texts.seal(request.personRecordId, note);
            if (decided.decision() == DecideEscalation.Choice.REOPENED) {
                reopen(request);
            }
            var decision = decided.decision().name().toLowerCase(Locale.ROOT);
            work.escalationDecided(request, caller.get().agency(), decision);
            trail.note("decision", decision);
            requests.flush();
            return views.of(request, Side.AUTHORITY);
        });
    }

    /** With a time of its own: the first has run out, or was ended by the refusal. What was refused is asked anew. */
    private void reopen(InformationRequest request) {
        var now = now();
        var due = clocks.due(Duty.INFORMATION_ESCALATION, request.toAgency, request.toCountry, now);
        request.dueAt = due.at();
        request.dueRule = due.rule();
        if (request.status == RequestStatus.REFUSED) {
            request.ask(request.toAgency, now);
            work.asked(request, "information-request-received");
        } else {
            work.givenTime(request, now);
        }
    }

    /** Of the recipient's country, else of the asker's; never one that asked or was asked. */
    private String authority(InformationRequest request) {
        return Stream.of(request.toCountry, request.fromCountry)
                .flatMap(country -> agencies.centralAuthorities(country).stream())
                .filter(authority -> !request.isTo(authority) && !request.isFrom(authority))
                .findFirst()
                .orElseThrow(() -> ReferralProblem.NO_CENTRAL_AUTHORITY.because(
                        "No central authority but the two sides is in the directory. Call the desk."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
