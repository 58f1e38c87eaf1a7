package eu.waymark.register.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.RegisterEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is due is done one by one, and on record; what another replica did first is not done twice. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class DueWorkTest {

    @Inject
    DueWork due;

    private final String doneAlready = UUID.randomUUID().toString();
    private final String broken = UUID.randomUUID().toString();
    private final String whole = UUID.randomUUID().toString();

    @Test
    void oneThatFailsKeepsNoOtherWaitingAndEachEventSaysWhatBecameOfIt() throws SQLException {
        // Given
        var tried = new ArrayList<String>();

        // When
        due.each(() -> List.of(doneAlready, broken, whole), RegisterEvent.TRANSFER_OVERDUE, (one, trail) -> {
            tried.add(one);
            trail.resource(one);
            if (one.equals(broken)) {
                throw new IllegalStateException("broken");
            }
            return one.equals(whole);
        });

        // Then
        assertThat(tried).containsExactly(doneAlready, broken, whole);
        assertThat(outcomes(whole)).containsExactly("0 null");
        assertThat(outcomes(broken)).containsExactly("8 null");
        assertThat(outcomes(doneAlready)).containsExactly("0 false");
    }

    @Test
    void aTurnThatCannotLookEndsAndTheNextOneLooksAgain() {
        assertThatCode(() -> due.each("no_such_function", RegisterEvent.TRANSFER_OVERDUE, (id, trail) -> true))
                .doesNotThrowAnyException();
    }

    private static List<String> outcomes(String resource) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select event::json->>'outcome', event::json->'notes'->>'done' from audit_outbox where event::json->>'resource' = ?")) {
            select.setString(1, resource);
            var rows = select.executeQuery();
            var outcomes = new ArrayList<String>();
            while (rows.next()) {
                outcomes.add(rows.getString(1) + " " + rows.getString(2));
            }
            return outcomes;
        }
    }
}
