package eu.waymark.register.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.AccessPolicy;
import eu.waymark.access.Action;
import eu.waymark.access.DecisionTable;
import eu.waymark.access.Relationship;
import eu.waymark.access.Role;
import eu.waymark.platform.testing.Admitted;
import eu.waymark.register.alert.AlertsResource;
import eu.waymark.register.check.ChecksResource;
import eu.waymark.register.disclosure.DisclosuresResource;
import eu.waymark.register.disclosure.SectionsResource;
import eu.waymark.register.disclosure.WithholdingsResource;
import eu.waymark.register.emergency.EmergencyResource;
import eu.waymark.register.entry.BirthResource;
import eu.waymark.register.entry.EntriesResource;
import eu.waymark.register.entry.SafeguardsResource;
import eu.waymark.register.exclusion.ExclusionsResource;
import eu.waymark.register.movement.MovementsResource;
import eu.waymark.register.retention.RetentionResource;
import eu.waymark.register.sealing.SealingsResource;
import eu.waymark.register.transfer.ProposalsResource;
import eu.waymark.register.transfer.TransfersResource;
import eu.waymark.register.travelflag.TravelFlagsResource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision table is what lawyers read: whom it lets do something, an operation lets do it. */
class PolicyKeepsItsWordTest {

    private static final DecisionTable TABLE = AccessPolicy.shipped().table();

    /** What an agency is to a child about whom it asks, as a request for content takes it: its own relations say so. */
    private static final Set<Relationship> ASKED_AS = EnumSet.of(Relationship.NONE, Relationship.REFERRAL);

    /** Who may do it by the roles of the operations that ask the policy for it. */
    private static final Map<Action, Set<String>> ADMITTED = Map.ofEntries(
            Map.entry(Action.CHECK, Admitted.by(ChecksResource.class)),
            Map.entry(Action.CREATE_ENTRY, Admitted.by(EntriesResource.class, "open")),
            Map.entry(
                    Action.REVIEW_ENTRY,
                    union(
                            Admitted.by(EntriesResource.class, "review"),
                            Admitted.by(BirthResource.class),
                            Admitted.by(SafeguardsResource.class),
                            Admitted.by(SectionsResource.class, "write"),
                            Admitted.by(TravelFlagsResource.class, "set", "renew", "withdraw", "handOver"))),
            Map.entry(
                    Action.CLOSE_ENTRY,
                    union(
                            Admitted.by(EntriesResource.class, "review"),
                            Admitted.by(RetentionResource.class, "decide"))),
            Map.entry(Action.SEAL_ENTRY, Admitted.by(SealingsResource.class)),
            Map.entry(Action.EXCLUDE_FROM_ENTRY, Admitted.by(ExclusionsResource.class)),
            Map.entry(Action.REQUEST_DISCLOSURE, Admitted.by(DisclosuresResource.class, "request")),
            Map.entry(
                    Action.DECIDE_DISCLOSURE,
                    union(
                            Admitted.by(DisclosuresResource.class, "decide", "decideEscalation"),
                            Admitted.by(WithholdingsResource.class, "record"))),
            Map.entry(
                    Action.PROPOSE_TRANSFER,
                    union(Admitted.by(ProposalsResource.class), Admitted.by(TransfersResource.class, "withdraw"))),
            Map.entry(Action.DECIDE_TRANSFER, Admitted.by(TransfersResource.class, "receive", "decide")),
            Map.entry(Action.SEND_NOTICE, Admitted.by(MovementsResource.class, "report")),
            Map.entry(Action.RAISE_ALERT, Admitted.by(AlertsResource.class, "raise", "end")),
            Map.entry(Action.OPEN_EMERGENCY_ACCESS, Admitted.by(EmergencyResource.class, "open", "name", "summary")),
            Map.entry(Action.REVIEW_EMERGENCY_ACCESS, Admitted.by(EmergencyResource.class, "list", "review")));

    @ParameterizedTest
    @MethodSource("actions")
    void no_role_is_promised_what_no_operation_lets_it_do(Action action) {
        assertThat(ADMITTED.get(action)).containsAll(promised(action));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECK", "REQUEST_DISCLOSURE", "OPEN_EMERGENCY_ACCESS", "SEAL_ENTRY", "EXCLUDE_FROM_ENTRY"})
    void no_operation_lets_anybody_begin_what_the_policy_will_refuse_the_role(Action action) {
        assertThat(ADMITTED.get(action)).isEqualTo(promised(action));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPERVISOR", "MANAGER"})
    void who_may_not_check_learns_of_no_child_by_another_door(Role role) {
        assertThat(Admitted.by(TravelFlagsResource.class, "check")).doesNotContain(role.code());
        assertThat(ADMITTED.get(Action.OPEN_EMERGENCY_ACCESS)).doesNotContain(role.code());
        assertThat(promised(Action.CHECK)).doesNotContain(role.code());
    }

    @Test
    void who_may_ask_for_content_may_look_for_the_child_and_read_the_answer() {
        assertThat(unanswered(TABLE)).isEmpty();
    }

    @Test
    void who_may_read_what_is_disclosed_is_of_an_agency_that_may_ask_for_it() {
        assertThat(neverTold(TABLE)).isEmpty();
    }

    @Test
    void a_request_without_a_way_to_its_answer_is_found() {
        assertThat(unanswered(without("police-is-told"))).contains("practitioner police CP-MISSING: reads no answer");
        assertThat(unanswered(without("embassy-asks")))
                .contains("practitioner embassy CP-MISSING: may look for no child");
        assertThat(neverTold(without("police-asks"))).contains("police CP-MISSING");
    }

    @Test
    void a_rule_that_promises_too_much_is_found() {
        // Given
        var generous = AccessPolicy.parse(AccessPolicy.shippedDocument()
                .replaceFirst("\"practitioner\", \"central-authority\"", "\"practitioner\", \"supervisor\""));

        // Then
        assertThat(promised(generous.table(), Action.CHECK)).contains("supervisor");
        assertThat(ADMITTED.get(Action.CHECK)).doesNotContain("supervisor");
    }

    private static DecisionTable without(String rule) {
        var shipped = AccessPolicy.shipped();
        var others =
                shipped.rules().stream().filter(one -> !one.id().equals(rule)).toList();
        assertThat(others).hasSize(shipped.rules().size() - 1);
        return new AccessPolicy(shipped.version(), others).table();
    }

    /** Who may ask for content and gets to no child, or to no answer, in the same role and for the same purpose. */
    private static Set<String> unanswered(DecisionTable table) {
        var found = new TreeSet<String>();
        table.lines().stream()
                .filter(line ->
                        line.actions().contains(Action.REQUEST_DISCLOSURE) && ASKED_AS.contains(line.relationship()))
                .forEach(asking -> {
                    var who = asking.role().code() + " " + asking.agencyType().code() + " "
                            + asking.purpose().code();
                    if (same(table, asking, Relationship.NONE)
                            .noneMatch(line -> line.actions().contains(Action.CHECK))) {
                        found.add(who + ": may look for no child");
                    }
                    if (same(table, asking, Relationship.DISCLOSED_TO)
                            .noneMatch(line -> line.level().compareTo(AccessLevel.SUMMARY) >= 0)) {
                        found.add(who + ": reads no answer");
                    }
                });
        return found;
    }

    /** Agencies that may read for a purpose what is disclosed to them, of whom nobody may ask for it. */
    private static Set<String> neverTold(DecisionTable table) {
        var found = new TreeSet<String>();
        table.lines().stream()
                .filter(line -> line.relationship() == Relationship.DISCLOSED_TO
                        && line.level().compareTo(AccessLevel.SUMMARY) >= 0)
                .filter(told -> table.lines().stream()
                        .noneMatch(line -> line.actions().contains(Action.REQUEST_DISCLOSURE)
                                && ASKED_AS.contains(line.relationship())
                                && line.agencyType() == told.agencyType()
                                && line.purpose() == told.purpose()))
                .forEach(told -> found.add(
                        told.agencyType().code() + " " + told.purpose().code()));
        return found;
    }

    private static Stream<DecisionTable.Line> same(
            DecisionTable table, DecisionTable.Line asking, Relationship relationship) {
        return table.lines().stream()
                .filter(line -> line.role() == asking.role()
                        && line.agencyType() == asking.agencyType()
                        && line.purpose() == asking.purpose()
                        && line.relationship() == relationship);
    }

    private static Stream<Action> actions() {
        return ADMITTED.keySet().stream();
    }

    private static Set<String> promised(Action action) {
        return promised(TABLE, action);
    }

    private static Set<String> promised(DecisionTable table, Action action) {
        var roles = new TreeSet<String>();
        table.lines().stream()
                .filter(line -> line.actions().contains(action))
                .forEach(line -> roles.add(line.role().code()));
        return roles;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        var all = new TreeSet<String>();
        Stream.of(sets).forEach(all::addAll);
        return all;
    }
}
