package eu.waymark.referral.rule;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.clock.RulePublications;
import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.rule.RuleViews.DocumentProposal;
import eu.waymark.referral.rule.RuleViews.ProposalView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two registrars change by which rules clocks run; the register hears of it in the same transaction. */
@Singleton
class ChangingRules {

    private static final UUID SUBJECT =
            UUID.nameUUIDFromBytes("rules".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final RuleProposals proposals;
    private final Publications publications;
    private final RulePublications published;
    private final RuleDocuments documents;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final FactOutbox facts;
    private final Clock clock;

    ChangingRules(
            RuleProposals proposals,
            Publications publications,
            RulePublications published,
            RuleDocuments documents,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            FactOutbox facts,
            Clock clock) {
        this.proposals = proposals;
        this.publications = publications;
        this.published = published;
        this.documents = documents;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.facts = facts;
        this.clock = clock;
    }

    /** The same content proposed again is the same proposal. */
    ProposalView propose(String version, DocumentProposal wanted, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.RULES_PROPOSED, trail -> {
            permits.requireAny(Action.WRITE_RULES);
            trail.resource("rules/" + version);
            var document = documents.write(wanted.document(), version, from(wanted.validFrom(), now()));
            var count = Math.toIntExact(publications.count());
            var proposal = proposals.open(document).orElseGet(() -> {
                Versions.require(ifMatch, count);
                return persisted(version, document, wanted.validFrom(), count);
            });
            trail.created(RuleProposalsResource.PATH + "/" + proposal.id);
            return proposals.view(proposal);
        });
    }

    ProposalView confirm(UUID id) {
        return decide(ReferralEvent.RULES_PUBLISHED, id, proposal -> {
            if (proposals.isStale(proposal)) {
                throw ReferralProblem.STALE_PROPOSAL.because("Have it proposed anew on what is in force now.");
            }
            proposal.confirm(caller.get(), now());
            proposals.flush();
            publish(proposal);
        });
    }

    ProposalView refuse(UUID id, String reason) {
        return decide(ReferralEvent.RULES_REFUSED, id, proposal -> proposal.refuse(caller.get(), now(), reason));
    }

    ProposalView withdraw(UUID id) {
        return decide(ReferralEvent.RULES_WITHDRAWN, id, proposal -> proposal.withdraw(caller.get(), now()));
    }

    private ProposalView decide(AuditEventType event, UUID id, Consumer<RuleProposal> decision) {
        return audited.run(event, trail -> {
            trail.resource(id.toString());
            permits.requireAny(Action.WRITE_RULES);
            var proposal = proposals.locked(id);
            trail.note("version", proposal.version);
            decision.accept(proposal);
            proposals.flush();
            return proposals.view(proposal);
        });
    }

    private void publish(RuleProposal proposal) {
        var at = now();
        var from = from(proposal.validFrom, at);
        requireNothingLost(proposal, from);
        published.keep(new RulePublications.Publication(proposal.id, proposal.version, proposal.document, from, at));
        facts.emit(
                "rules.published",
                SUBJECT,
                Map.of(
                        "id",
                        proposal.id,
                        "version",
                        proposal.version,
                        "document",
                        documents.fields(proposal.document),
                        "validFrom",
                        from,
                        "publishedAt",
                        at));
    }

    /** Once more: what was to come when it was proposed may be in force now. */
    private void requireNothingLost(RuleProposal proposal, Instant from) {
        var lost = documents.lost(proposal.document, from);
        if (!lost.isEmpty()) {
            throw ReferralProblem.STALE_PROPOSAL.because(
                    "Have it proposed anew on what is in force then. It would lose: " + String.join(", ", lost) + ".");
        }
    }

    private static Instant from(@Nullable Instant wanted, Instant now) {
        return wanted == null || wanted.isBefore(now) ? now : wanted;
    }

    private RuleProposal persisted(String version, String document, @Nullable Instant validFrom, int count) {
        var proposal = new RuleProposal();
        proposal.version = version;
        proposal.document = document;
        proposal.validFrom = validFrom;
        proposal.publishedBefore = count;
        proposal.proposedBy = caller.get().subject();
        proposal.proposedAt = now();
        proposals.persistAndFlush(proposal);
        return proposal;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
