package eu.waymark.referral.contribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.onetime.CodeUse;
import eu.waymark.referral.onetime.OneTimeCodes;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an agency the contributions that it asked for, and lets it be done with them. */
@ApplicationScoped
class ReadingContributions {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Contributions contributions;
    private final OneTimeCodes codes;
    private final ChildTexts texts;
    private final WorkItems work;
    private final ObjectMapper json;
    private final Clock clock;

    ReadingContributions(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Contributions contributions,
            OneTimeCodes codes,
            ChildTexts texts,
            WorkItems work,
            ObjectMapper json,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.contributions = contributions;
        this.codes = codes;
        this.texts = texts;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    ContributionView one(UUID id) {
        return audited.run(ReferralEvent.CONTRIBUTION_READ, trail -> {
            permits.requireAny(Action.ASK_CONTRIBUTION);
            return view(contributions.own(id, caller.get(), trail));
        });
    }

    Page<ContributionView> page(@Nullable UUID child, PageRequest page) {
        return audited.run(ReferralEvent.CONTRIBUTIONS_LISTED, trail -> {
            permits.requireAny(Action.ASK_CONTRIBUTION);
            var rows = contributions.of(caller.get().agency(), child, page);
            var shown = rows.subList(0, Math.min(rows.size(), page.limit()));
            contributions.name(shown, trail);
            trail.returned(shown.size());
            return Page.of(rows, page.limit(), ContributionView::cursor, ContributionView::of);
        });
    }

    /** Confirms that a worker has read it. */
    ContributionView note(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.CONTRIBUTION_NOTED, trail -> {
            permits.requireAny(Action.ASK_CONTRIBUTION);
            var contribution = contributions.own(id, caller.get(), trail);
            Versions.require(ifMatch, contribution.version);
            contribution.move(ContributionStatus.READ);
            contribution.readBy = caller.get().subject();
            contribution.readAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            work.closeAll(id, "read");
            contributions.flush();
            return view(contribution);
        });
    }

    /** Takes the code back, used by nobody, or late. */
    ContributionView revoke(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.CONTRIBUTION_REVOKED, trail -> {
            permits.requireAny(Action.ASK_CONTRIBUTION);
            var contribution = contributions.own(id, caller.get(), trail);
            Versions.require(ifMatch, contribution.version);
            contribution.move(ContributionStatus.REVOKED);
            codes.revoke(CodeUse.CONTRIBUTION, id);
            work.closeAll(id, "revoked");
            contributions.flush();
            return view(contribution);
        });
    }

    private ContributionView view(Contribution contribution) {
        var record = contribution.personRecordId;
        var message = contribution.message;
        return ContributionView.of(
                contribution,
                texts.open(record, contribution.ask),
                message == null ? null : text(texts.open(record, message)));
    }

    private String text(String message) {
        try {
            return json.readTree(message).required("text").asText();
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A message is not JSON", corrupt);
        }
    }
}
