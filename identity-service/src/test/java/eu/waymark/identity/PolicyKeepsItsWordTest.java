package eu.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.access.AccessPolicy;
import eu.waymark.access.Action;
import eu.waymark.access.DecisionTable;
import eu.waymark.platform.testing.Admitted;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision table is what lawyers read: whom it lets do something, an operation lets do it. */
class PolicyKeepsItsWordTest {

    private static final DecisionTable TABLE = AccessPolicy.shipped().table();

    /** Who may do it by the roles of the operations that ask the policy for it. */
    private static final Map<Action, Set<String>> ADMITTED = Map.of(
            Action.SEARCH_PERSONS, admitted("search.SearchResource"),
            Action.CREATE_PERSON, admitted("person.PersonResource", "record"),
            Action.CHANGE_PERSON, admitted("person.PersonResource", "correct"),
            Action.REVIEW_PERSONS, admitted("review.ReviewResource"),
            Action.LINK_PERSONS, admitted("link.LinkResource", "undo"),
            Action.ERASE_PERSON, admitted("erasure.ErasureResource"),
            Action.IMPORT_PERSONS, admitted("imports.ImportResource"));

    @ParameterizedTest
    @MethodSource("actions")
    void no_role_is_promised_what_no_operation_lets_it_do(Action action) {
        assertThat(ADMITTED.get(action)).containsAll(promised(action));
    }

    @Test
    void each_way_of_looking_for_a_child_admits_those_whom_the_policy_lets_look() {
        assertThat(admitted("search.SearchResource")).isEqualTo(promised(Action.SEARCH_PERSONS));
        assertThat(admitted("search.InternalSearchResource")).isEqualTo(promised(Action.CHECK));
        assertThat(admitted("privatequery.PrivateQueryResource")).isEqualTo(promised(Action.CHECK));
    }

    @Test
    void moves_of_age_and_sealed_links_admit_who_may_make_them() {
        assertThat(admitted("age.AgeStatusResource"))
                .containsAll(promised(Action.CHANGE_PERSON))
                .containsAll(promised(Action.LINK_PERSONS));
        assertThat(admitted("link.SealedLinkResource")).isEqualTo(promised(Action.LINK_PERSONS));
    }

    private static Set<String> admitted(String resource, String... operations) {
        return Admitted.by("eu.waymark.identity." + resource, operations);
    }

    private static Stream<Action> actions() {
        return ADMITTED.keySet().stream();
    }

    private static Set<String> promised(Action action) {
        var roles = new TreeSet<String>();
        TABLE.lines().stream()
                .filter(line -> line.actions().contains(action))
                .forEach(line -> roles.add(line.role().code()));
        return roles;
    }
}
