package eu.waymark.identity.erasure;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever was one child through a record learns what they are when it is erased. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ErasedMiddleTest {

    @Inject
    CompletingErasures completing;

    private final String agency =
            "GB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final Tokens worker = Callers.of(agency, "practitioner", PURPOSE);

    @Test
    void theOthersLearnThatTheyHavePartedInTheTransactionThatPartsThem() throws SQLException {
        // Given: one child through the middle alone
        var first = recorded("Petronella", "Quistgaard");
        var middle = recorded("Petronela", "Quistgard");
        var last = recorded("Pernilla", "Qvistgaard");
        linked(first, middle);
        linked(middle, last);
        var erasing = Erasing.of(agency, middle);
        erasing.confirmed();
        assertThat(unlinked(first)).isEmpty();

        // When
        Erasing.turns(completing, 1);

        // Then: each is told its own identity, and nobody is told of the one that is gone
        assertThat(identity(first)).isNotEqualTo(identity(last));
        assertThat(unlinked(first)).containsExactly(identity(first));
        assertThat(unlinked(last)).containsExactly(identity(last));
        assertThat(unlinked(middle)).isEmpty();
        assertThat(transactions(first, last)).hasSize(1);
    }

    private String recorded(String given, String family) {
        return Children.recorded(worker, named(given, family, "2012-01-02", 2));
    }

    private void linked(String one, String other) {
        Api.as(worker, PURPOSE)
                .body(
                        "{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"same\",\"reason\":\"recorded-twice\"}"
                                .formatted(one, other))
                .post("/api/identity/v1/links")
                .then()
                .statusCode(201);
    }

    private static String identity(String record) throws SQLException {
        return Rows.of("select identity_id from guarded.identity_member where record_id = '" + record + "'")
                .getFirst();
    }

    private static List<String> unlinked(String record) throws SQLException {
        return Rows.of("select data::json ->> 'identityId' from fact_outbox where type = 'person.unlinked'"
                + " and data::json ->> 'recordId' = '" + record + "'");
    }

    private static List<String> transactions(String one, String other) throws SQLException {
        return Rows.of("select distinct xmin::text from fact_outbox where type = 'person.unlinked'"
                + " and data::json ->> 'recordId' in ('" + one + "', '" + other + "')");
    }
}
