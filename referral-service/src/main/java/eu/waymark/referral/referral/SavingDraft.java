package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.OwnChildren;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a referral that is not finished, so that anyone of the agency's desk can go on with it (U7). */
@ApplicationScoped
class SavingDraft {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final MakingMove moves;
    private final BeginningReferral beginning;
    private final Sections sections;
    private final ReferralViews views;

    SavingDraft(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            MakingMove moves,
            BeginningReferral beginning,
            Sections sections,
            ReferralViews views) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.moves = moves;
        this.beginning = beginning;
        this.sections = sections;
        this.views = views;
    }

    ReferralView begin(BeginDraft request) {
        permits.requireAny(Action.CREATE_REFERRAL);
        var child = children.ask(request.personRecordId());
        return audited.run(ReferralEvent.REFERRAL_DRAFTED, trail -> {
            var by = caller.get();
            var moving = beginning.begin(child.own(by, trail), request.content(), Move.SAVE, by, trail);
            return views.of(moving.referral(), by.agency());
        });
    }

    /** @throws ProblemException {@code edited-meanwhile} with what stands now, to somebody who has seen an older version */
    ReferralView save(UUID id, @Nullable String ifMatch, DraftContent content) {
        return moves.make(
                Move.SAVE, id, (referral, agency) -> requireSeen(ifMatch, content, referral, agency), moving -> {
                    // The sections first: asking for them would write the referral, and its version, a second time.
                    sections.write(moving, content.sections());
                    moving.referral().write(content.toAgency(), beginning.work(moving.record(), content));
                    return Said.NOTHING;
                });
    }

    private void requireSeen(@Nullable String ifMatch, DraftContent content, Referral referral, String agency) {
        if (Versions.isCurrent(ifMatch, referral.version())) {
            return;
        }
        var stands = views.of(referral, agency);
        var problem = ReferralProblem.EDITED_MEANWHILE.because(
                "Nothing of yours is saved, and nothing is lost: merge it with 'current' and save again with its version.");
        for (var field : content.differingFrom(stands)) {
            problem = problem.at(field, "says something else now");
        }
        throw problem.showing(stands);
    }
}
