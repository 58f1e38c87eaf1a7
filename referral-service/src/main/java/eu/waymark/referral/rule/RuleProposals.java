package eu.waymark.referral.rule;

import eu.waymark.clocks.ClockRules;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.rule.RuleViews.Difference;
import eu.waymark.referral.rule.RuleViews.ProposalView;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All proposals of rules that there ever were. */
@Singleton
class RuleProposals implements PanacheRepositoryBase<RuleProposal, UUID> {

    private final Publications publications;
    private final RulesInForce inForce;

    RuleProposals(Publications publications, RulesInForce inForce) {
        this.publications = publications;
        this.inForce = inForce;
    }

    RuleProposal require(UUID id) {
        return findByIdOptional(id).orElseThrow(RuleProposals::unknown);
    }

    RuleProposal locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(RuleProposals::unknown);
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such proposal.");
    }

    Optional<RuleProposal> open(String document) {
        return find("document = ?1 and state = 'proposed'", document).firstResultOptional();
    }

    /** Newest first; one more than asked for. */
    List<RuleProposal> newest(PageRequest page) {
        var query = page.after()
                .map(after ->
                        find("(proposedAt, id) < (?1, ?2) order by proposedAt desc, id desc", after.time(), after.id()))
                .orElseGet(() -> find("order by proposedAt desc, id desc"));
        return query.range(0, page.limit()).list();
    }

    boolean isStale(RuleProposal proposal) {
        return proposal.isOpen() && proposal.publishedBefore != publications.count();
    }

    ProposalView view(RuleProposal proposal) {
        return new ProposalView(
                proposal.id,
                proposal.version,
                proposal.state,
                isStale(proposal),
                proposal.validFrom,
                differences(inForce.now(), ClockRules.parse(proposal.document)),
                proposal.proposedBy,
                proposal.proposedAt,
                proposal.decidedBy,
                proposal.decidedAt,
                proposal.reason);
    }

    /** Between what is in force and what is wanted. */
    private static List<Difference> differences(ClockRules before, ClockRules after) {
        var was = parts(before);
        var is = parts(after);
        var codes = new TreeSet<>(was.keySet());
        codes.addAll(is.keySet());
        return codes.stream()
                .filter(code -> !Objects.equals(was.get(code), is.get(code)))
                .map(code -> new Difference(code, was.get(code), is.get(code)))
                .toList();
    }

    private static Map<String, Object> parts(ClockRules rules) {
        var parts = Stream.concat(
                        rules.rules().stream().map(rule -> Map.<String, Object>entry(rule.code(), rule)),
                        rules.steps().stream().map(step -> Map.<String, Object>entry(step.code(), step)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        parts.put("extraHolidays", rules.extraHolidays());
        parts.put("nations", new TreeSet<>(rules.nations()));
        parts.put("zones", new TreeMap<>(rules.zones()));
        return parts;
    }
}
