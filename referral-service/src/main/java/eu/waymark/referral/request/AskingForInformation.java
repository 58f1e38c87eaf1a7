package eu.waymark.referral.request;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.message.Message;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.OwnChildren;
import eu.waymark.referral.request.RequestTerms.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Asks another agency for information about a child of the asker's own, once, however often it is delivered. */
@ApplicationScoped
class AskingForInformation {

    /** How long the same content from the same agency is taken for the same request: no system retries longer. */
    private static final Duration DUPLICATE = Duration.ofHours(24);

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final RequestTerms terms;
    private final RequestMessages messages;
    private final ChildTexts texts;
    private final Requests requests;
    private final RequestParts parts;
    private final RequestWork work;
    private final RequestViews views;

    AskingForInformation(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            RequestTerms terms,
            RequestMessages messages,
            ChildTexts texts,
            Requests requests,
            RequestParts parts,
            RequestWork work,
            RequestViews views) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.terms = terms;
        this.messages = messages;
        this.texts = texts;
        this.requests = requests;
        this.parts = parts;
        this.work = work;
        this.views = views;
    }

    /** @param isNew false where the same was asked before: then it is that request */
    record Sent(InformationRequestView request, boolean isNew) {}

    Sent ask(AskForInformation asked) {
        permits.requireAny(Action.REQUEST_INFORMATION);
        var child = children.ask(asked.personRecordId());
        return audited.run(ReferralEvent.INFORMATION_REQUESTED, trail -> {
            var by = caller.get();
            var record = child.own(by, trail);
            var agreed = terms.of(asked, by);
            var digests = messages.digests(asked, agreed.basis());
            var before = requests.sentBefore(by.agency(), digests, agreed.now());
            var request = before.orElseGet(() -> send(record, asked, agreed, by, digests.getFirst()));
            note(request, before.isPresent(), trail);
            return new Sent(views.of(request, Side.ASKER), before.isEmpty());
        });
    }

    private InformationRequest send(UUID record, AskForInformation asked, Terms agreed, Caller by, byte[] digest) {
        RequestTerms.requireClocksAgree(asked.sentAt(), agreed.now());
        var request = new InformationRequest();
        request.id = UUID.randomUUID();
        request.personRecordId = record;
        request.fromAgency = by.agency();
        request.fromCountry = by.country();
        request.toAgency = asked.toAgency();
        request.toCountry = agreed.country();
        request.kind = asked.kind();
        request.basis = agreed.basis();
        request.contentDigest = digest;
        request.sentBy = by.subject();
        request.statedSentAt = asked.sentAt();
        request.sentAt = agreed.now();
        request.askedAt = agreed.now();
        request.duplicateUntil = agreed.now().plus(DUPLICATE);
        request.dueAt = agreed.due().at();
        request.dueRule = agreed.due().rule();
        var message = messages.of(request, asked, agreed.law());
        request.message = texts.seal(record, message.json());
        request.messageHash = message.hash();
        requests.persistAndFlush(request);
        addQuestions(request, asked.questions());
        work.asked(request, "information-request-received");
        return request;
    }

    private void addQuestions(InformationRequest request, List<String> questions) {
        for (var number = 1; number <= questions.size(); number++) {
            var question = new Question();
            question.requestId = request.id;
            question.number = number;
            parts.add(question);
        }
    }

    private static void note(InformationRequest request, boolean isDuplicate, Trail trail) {
        trail.resource(request.id.toString());
        trail.note("to", request.toAgency);
        trail.note("kind", request.kind);
        trail.note("basis", request.basis);
        trail.note("hash", Message.hex(request.messageHash));
        if (isDuplicate) {
            trail.note("duplicate", "true");
        }
        trail.created(RequestsResource.PATH + "/" + request.id);
    }
}
